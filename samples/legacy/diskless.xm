# Compute node without a disk: kernel from dom0, everything else over NFS
name    = "node03"
kernel  = "/boot/vmlinuz-2.6.18-xen"
memory  = 512
vcpus   = 4
vcpu_avail = 3          # start with two of the four
cpus    = "1-3"
cpu_cap = 150

vif     = [ '' ]
ip      = "192.0.2.103"
netmask = "255.255.255.0"
gateway = "192.0.2.1"
hostname = "node03.example.org"

root       = "/dev/nfs"
nfs_server = '192.0.2.10'
nfs_root   = '/export/nodes/node03'
extra      = "4 ro"

on_poweroff = 'destroy'
on_reboot   = 'restart'
on_crash    = 'preserve'
