/** Cells for keys whose lists hold lists. */
export const CELLS: Readonly<Record<string, readonly string[]>> = {
  vnuma: [
    ...[
      'pnode=0',
      'pnode=1',
      'pnode=2',
      'pnode=x',
      'size=512',
      'size=1024',
      'size=256',
      'size=x',
      'vcpus=0',
      'vcpus=0-1',
    ],
    ...[
      'vcpus=2,3',
      'vcpus=1',
      'vcpus=',
      'vcpus=x',
      'vdistances=10,20',
      'vdistances=10',
      'vdistances=20,10',
      'foo',
      'foo=1',
    ],
    ...[' size = 256 ', 'size==5', 'vcpus=3-1', '=', 'a=', 'vdistances=x', 'vdistances=', 'pnode=-1', 'vcpus=1024', ''],
  ],
  vsnd: [
    ...[
      'card',
      'CARD, backend=Dom,short-name=a,long-name=b',
      'pcm, name=x',
      'stream, unique-id=0, type=p',
      'stream, type=x',
    ],
    ...[
      'foo',
      'pcm, foo',
      'card, sample-rates=8000;16000,sample-formats=s16_le;S8',
      'pcm, sample-formats=bad',
      'pcm,name',
    ],
    ...[
      'stream, channels-min=1,channels-max=2,buffer-size=0x100',
      '',
      'card, sample-rates=',
      'stream,type=C',
      'card,foo=1',
    ],
    ...['pcm,sample-rates=x', 'stream,foo=1', 'card,short-name', 'pcm', 'stream'],
  ],
};

/** Numbers in every spelling and at every edge, as the text of a string. */
export const EDGE_NUMBERS: readonly string[] = [
  ...['0', '1', '2', '3', '4', '5', '7', '8', '15', '16', '17', '64', '127', '128', '255', '256', '257', '512', '1024'],
  ...['4095', '4096', '32767', '32768', '65535', '65536', '2147483647', '2147483648', '4294967295', '4294967296'],
  ...[
    '9223372036854775807',
    '9223372036854775808',
    '18446744073709551616',
    '99999999999999999999',
    '0x10',
    '0xffffffff',
  ],
  ...['010', '08', '0x', '-1', '-2', '-2147483649', '-9223372036854775808', '-9223372036854775809', '+3', ' 4', '4 '],
  ...['1.5', '1 2', '1e3', '', 'x'],
];

/** Words that stand where others belong. */
export const WORDS: readonly string[] = [
  ...['', 'x', 'host', 'default', 'yes', 'no', '0', '1', '2', '/a/b', 'all', 'none', 'true', 'false', 'HVM', 'Pv'],
  ...[
    'pvgrub32',
    'uefi',
    'bios',
    'ovmf',
    '/usr/lib/hvmloader',
    'hvmloader',
    'a:b',
    'a b',
    'xend',
    'pygrub',
    '0.0.0.0:1',
  ],
  ...['deadbeef-0000-4000-8000-000000000002', 'a,b', 'a=b', 'unknown', 'random'],
];
