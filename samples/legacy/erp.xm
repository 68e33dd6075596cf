# -*- mode: python; -*-
# ERP on Windows 2003. The path of qemu-dm differs between our 32 and 64 bit hosts.

import os, re

machine = os.uname()[4]
if re.search('64', machine):
    libdir = 'lib64'
else:
    libdir = 'lib'

kernel       = "/usr/lib/xen/boot/hvmloader"
builder      = 'hvm'
device_model = '/usr/' + libdir + '/xen/bin/qemu-dm'

name   = "erp"
memory = 2048
shadow_memory = 24
vcpus  = 2
pae = 1; acpi = 1; apic = 1
localtime = 1

vif  = [ 'type=ioemu, mac=00:16:3e:20:00:09, bridge=xenbr0, model=rtl8139' ]
disk = [ 'phy:/dev/vg0/erp,ioemu:hda,w',
         'file:/srv/iso/win2003.iso,ioemu:hdc:cdrom,r' ]
boot = 'cd'

sdl = 0
vnc = 1
vnclisten  = "127.0.0.1"
vncdisplay = 9
vncconsole = 1      # opens a viewer as soon as the guest is up
usb = 1
usbdevice = 'tablet'
serial = 'pty'
