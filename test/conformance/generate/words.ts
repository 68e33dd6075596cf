/** The pieces that generated guest files are made of; one a line, so that each stands as it would in a file. */

/** Names of settings: real ones and every shape that a name can have. */
export const KEYS = `name type kernel ramdisk memory maxmem vcpus maxvcpus cpus disk vif pci vfb on_crash
extra root uuid serial boot vnc vnclisten cpuid device_model_args a b x usbdev seclabel a1 a_b a.b a__ z9.
vif.default.bridge absent`.split(/\s+/);

/** Unquoted numbers: everything that starts with a digit and goes on with digits, a to f and x. */
export const NUMBERS = `0 1 2 8 12 010 08 0x10 0xff 0x 0xa 0f 9a 123abc 1x1 1024 65536 254 255 256 00 0x0 777
0777 9223372036854775807 9223372036854775808 0x7fffffffffffffff 0x8000000000000000 99999999999999999999 4294967296
`
  .trim()
  .split(/\s+/);

/** Contents of quoted strings. */
export const STRINGS = `
web01
hvm
/boot/vmlinuz
/dev/vg/web01,raw,xvda,rw
phy:/dev/vg/a,xvda,w
tap:aio:/a.img,hda,w!
mac=00:16:3e:12:34:56,bridge=xenbr0
rate=10Mb/s@20ms
01:00.0,permissive=1
type=vnc,vncdisplay=1
0-3,^1
#
a # b
host,tm=0,sse3=0
1024
0x10
010
08
-1
 7
7 
+5
1e3
0x
 -0x10
0x-1
--1
yes
true
9223372036854775807
9223372036854775808
-9223372036854775808
-9223372036854775809
99999999999999999999
0777
0
1
255
256
00
-0
+
-
0b11
Zoë
日本
it_s
console=ttyS0 quiet
;
a;b
[
]
[1,2]
=
a=1
%s`.split('\n');

/** Lines of guest files of every age, good and bad. */
export const STATEMENTS = String.raw`
name = "web01"
memory = 2048
type='hvm'
vcpus=4
builder = "hvm"
boot="dc"
disk = [ "/dev/vg/web01,raw,xvda,rw" ]
vif = [ "bridge=xenbr0", ]
vif = [ 'mac=00:16:3e:00:00:01, bridge=br0', '' ]
disk = [
  'phy:/dev/vg/a,xvda,w',
]
  "file:/iso/x.iso,hdc:cdrom,r", # install
 ] # end
on_poweroff = "destroy"
cpus = ["0-3", "^2"]
pci = [ ]
extra += " quiet"
vif += [ "bridge=br1" ]
disk += "x"
vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1" ],
          [ "pnode=1" ] ]
a = 1; b = 2
a=1;;b=2;
;
#
# comment
#comment = 1
	# indented
a	=	"tab"
xen_platform_pci=1 # yes
apic = True
acpi=true
memory = 512 * 2
memory = -1
nomigrate = 0x10
timer_mode=0XFF
name = "a" "b"
name = web01
NAME = "x"
name = 
name
= 1
"name" = 1
name == 1
name =+ 1
name+=1
name + = 1
disk = [,]
disk=[1,,2]
disk = [1 2]
disk=[1;2]
x = "unterminated
x = 'un"matched
x = "\q"
x = "a\
x = [ "a", [ "b", [ "c" ] ], [] ]
x = [[[[]]]]
x = []
x = [ # c
x = "\012b"
x = '\x41'
x = "\"q\" \\ \a\b\f\n\r\t\v'"
import os, re
if os.uname()[4] == "x86_64":
    kernel = "/usr/lib/xen/boot/hvmloader"
name = 'vm%d' % vmid
def f(x): return x
print "hello"
x = {"a": 1}
x = (1, 2)
x = y
x = None
disk = [ 'phy:/dev/%s,xvda,w' % name ]
"""doc"""
root = '/dev/sda1' + ' ro'
x = 1.5
x = 10L
x.y = 1
x-y = 1
name = "Zoë"
name = “web01”
 name = "x"
x="日本語"
else:
x = !
x = @a b
vfb = [ "type=vnc,vncunused=1", "sdl=1" ] # two
kernel = '/boot/vmlinuz'; ramdisk = '/boot/initrd'
device_model_args = [ "-a", "b c" ]`.split('\n');
