import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain, domainJson, type Host } from '../../server/src/model';
import { readSettings } from '../../server/src/syntax/reading';

function json(text: string, options: { release?: number; host?: Host; xlConf?: string } = {}): string {
  const release = options.release ?? 417;
  const { domain } = buildDomain(readSettings(text, { release }), {
    release,
    ...(options.host && { host: options.host }),
    ...(options.xlConf !== undefined && { xlConf: readSettings(options.xlConf, { release }) }),
  });
  assert.ok(domain);
  return domainJson(domain);
}

const HVM = 'name="g"\ntype="hvm"\n';
const PV = 'name="g"\nkernel="/k"\n';

test('a guest as xl 4.17 prints it, to the last blank', () => {
  assert.equal(
    json(`${PV}memory=512\nvcpus=2\ndisk=["/a,raw,xvda,rw"]\ncpuid="host,tm=0"\n`),
    `{
    "c_info": {
        "type": "pv",
        "name": "g",
        "run_hotplug_scripts": "True"
    },
    "b_info": {
        "max_vcpus": 2,
        "avail_vcpus": [
            0,
            1
        ],
        "max_memkb": 524288,
        "target_memkb": 524288,
        "cpuid": {
            "cpuid": [
                {
                    "leaf": 1,
                    "edx": "xx0xxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                }
            ],
            "msr": [

            ]
        },
        "sched_params": {

        },
        "claim_mode": "True",
        "kernel": "/k",
        "type.pv": {

        },
        "arch_arm": {

        },
        "arch_x86": {

        }
    },
    "disks": [
        {
            "pdev_path": "/a",
            "vdev": "xvda",
            "format": "raw",
            "readwrite": 1
        }
    ],
    "on_reboot": "restart",
    "on_soft_reset": "soft_reset"
}
`,
  );
});

/** What is printed about one part of the domain. */
function part(text: string, path: string, options: Parameters<typeof json>[1] = {}): unknown {
  let value = JSON.parse(json(text, options));
  for (const name of path.split('/')) value = value?.[name];
  return value;
}

test('numbers wrap as C does, and stay exact', () => {
  assert.match(json(`${HVM}memory=0x7fffffffffffffff\n`), /"target_memkb": 18446744073709550592,/);
  assert.equal(part(`${HVM}cpu_weight=4294967297\n`, 'b_info/sched_params/weight'), 1);
  assert.equal(part(`${HVM}rtc_timeoffset="-1"\n`, 'b_info/rtc_timeoffset'), 4294967295);
});

test('a map of CPUs is as wide as whole bytes of the host', () => {
  const host: Host = { cpus: 4, nodes: 1, memory: 1024, arch: 'x86' };
  const text = `${HVM}vcpus=1\ncpus="all,^1"\n`;
  assert.deepEqual(part(text, 'b_info/vcpu_hard_affinity', { host }), [[0, 2, 3, 4, 5, 6, 7]]);
});

test('xl.conf gives what the file does not', () => {
  const xlConf = 'vif.default.bridge="br9"\nvm.pv.cpumask="2,3"\nclaim_mode=0\nmax_grant_frames=32\n';
  const text = `${PV}vcpus=1\nvif=["", "bridge=b"]\n`;
  assert.deepEqual(part(text, 'nics', { xlConf }), [
    { devid: 0, bridge: 'br9' },
    { devid: 1, bridge: 'b' },
  ]);
  assert.deepEqual(part(text, 'b_info/vcpu_hard_affinity', { xlConf }), [[2, 3]]);
  assert.equal(part(text, 'b_info/claim_mode', { xlConf }), 'False');
  assert.equal(part(text, 'b_info/max_grant_frames', { xlConf }), 32);
});

test('on Arm a guest without a type is a PVH one', () => {
  const host: Host = { cpus: 8, nodes: 1, memory: 1024, arch: 'arm' };
  assert.equal(part(PV, 'c_info/type', { host }), 'pvh');
  assert.equal(part(PV, 'c_info/type'), 'pv');
});

test('every id that xl would make up is the one that is given', () => {
  const uuid = '01234567-89ab-4def-8123-456789abcdef';
  const { domain } = buildDomain(readSettings(`${HVM}ms_vm_genid="generate"\n`), { release: 417, uuid });
  const { c_info, b_info } = JSON.parse(domainJson(domain!));
  assert.equal(c_info.uuid, uuid);
  assert.deepEqual(
    b_info['type.hvm'].ms_vm_genid,
    [1, 35, 69, 103, 137, 171, 77, 239, 129, 35, 69, 103, 137, 171, 205, 239],
  );
});

test('fields come and go with the releases', () => {
  const text = `${PV}cpuid="host,tm=0"\np9=["tag=a,path=/b,security_model=none"]\n`;
  assert.ok(Array.isArray(part(text, 'b_info/cpuid', { release: 413 })));
  assert.equal(part(text, 'b_info/arch_x86', { release: 414 }), undefined);
  assert.equal(part(text, 'b_info/shadow_memkb', { release: 413 }), undefined);
  assert.equal(part(`${text}memory=1024\nvcpus=1\n`, 'b_info/shadow_memkb', { release: 412 }), 9216);
});

test('bytes that are not UTF-8 stay what they are', () => {
  assert.match(json(`${PV}extra="\udce4"\n`), /"cmdline": "\udce4"/);
});
