#  -*- mode: python; -*-
# Lab machines for the Xen course. Takes the seat's number:
#   xm create lab.xm vmid=3
"""Each seat gets a copy of the same image, a MAC address made of its number
and a VNC display of its own."""

def seat_number(var, val):
    """Turns the word from the command line into a number from 1 to 20."""
    val = int(val)
    if val < 1 or val > 20:
        raise ValueError('there are 20 seats, not %d' % val)
    return val

xm_vars.var('vmid',
            use="Number of the seat, 1 to 20.",
            check=seat_number)
xm_vars.check()

kernel  = "/srv/lab/vmlinuz"
ramdisk = "/srv/lab/initrd.img"
builder = 'linux'
memory  = 128
name    = "lab%d" % vmid
cpu     = vmid % 4          # spread the seats over the four cores

disk = [ 'tap:aio:/srv/lab/seat%02d.img,xvda,w' % vmid,
         'file:/srv/lab/tools.img,xvdb,r' ]
vif  = [ 'mac=00:16:3e:40:00:%02x' % vmid ]
vfb  = [ 'type=vnc,vncdisplay=%d' % (20 + vmid) ]

if vmid == 1:
    memory = 512            # the teacher's
