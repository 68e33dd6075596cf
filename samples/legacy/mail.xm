# mail.example.org -- moved here from the Xen 3.4 hosts, still started with
#   xm create /etc/xen/mail.xm
# The spool is mounted read-write in two guests on purpose (GFS2), hence w!

name    = 'mail'
builder = 'linux'
kernel  = '/boot/vmlinuz-2.6.32-5-xen-amd64'
ramdisk = '/boot/initrd.img-2.6.32-5-xen-amd64'
root    = '/dev/xvda1 ro'
memory  = '1024'
vcpus   = 2

disk = [ 'tap:aio:/srv/xen/mail/root.img,xvda1,w',
         'tap:aio:/srv/xen/mail/swap.img,xvda2,w',
         'phy:vg0/spool,xvdb,w!' ]
vif  = [ 'ip=192.0.2.25, mac=00:16:3e:10:00:25, bridge=xenbr0' ]

# one word for all three events, as we always had it
restart = 'onreboot'
