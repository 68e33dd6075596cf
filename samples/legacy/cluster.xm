# Storage cluster; every node sees its own disks and the shared quorum disk.
from os import path

node = 'beta'
addresses = {'alpha': 11, 'beta': 12, 'gamma': 13}
base = path.join('/dev', 'mapper')

name = 'cluster-%s' % node
bootloader = '/usr/lib/xen-default/bin/pygrub'
memory = 2 * 1024
vcpus = 2

disk = ['phy:%s/%s-root,xvda,w' % (base, name)]
for letter in ['b', 'c']:
    disk.append('phy:%(base)s/%(node)s-%(letter)s,xvd%(letter)s,w' % locals())
disk.append('phy:%s/quorum,xvdq,w!' % base)

vif = ['bridge=xenbr%d,mac=00:16:3e:50:%02x:%02x' % (n, n, addresses[node]) for n in range(2)]

extra = """console=hvc0 \
elevator=noop"""

sdl = False                 # xend never saw this one: it took whole numbers only
vnc = 1
