# One file for the whole shop: copy it, change NAME, done.
# The role follows from the name: shop-web*, shop-db*
import re

NAME   = 'shop-web2'
NUMBER = 2
VG     = '/dev/vg0'

name    = NAME
kernel  = '/srv/xen/boot/vmlinuz'
ramdisk = '/srv/xen/boot/initrd.img'
root    = '/dev/xvda1 ro'

if re.search('-db', NAME):
    memory = 4096
    vcpus  = 4
elif re.search('-web', NAME):
    memory = 1024
    vcpus  = 1 + 1
else:
    memory = 256
    vcpus  = 1

disk = [ 'phy:%s/%s-root,xvda1,w' % (VG, NAME) ]
disk += [ 'phy:%s/%s-swap,xvda2,w' % (VG, NAME) ]
vif = [ 'mac=00:16:3e:30:00:%02x, bridge=%s' % (NUMBER, 'xenbr0') ]

extra = "console=hvc0 " + 'panic=%d' % 30
on_crash = 'rename-restart'
