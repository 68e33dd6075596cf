import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type EvaluateOptions, evaluate, type Python, rewrite } from '../../server/src/python';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

const KEYS = new Set('name memory maxmem vcpus disk vif extra kernel'.split(' '));

function values(text: string, options: EvaluateOptions = {}) {
  const { variables } = evaluate(parser.parse(text), options);
  return Object.fromEntries([...variables].map(([name, { value }]) => [name, show(value)]));
}

function rewritten(text: string, options: EvaluateOptions = {}): string {
  const fixes = rewrite(evaluate(parser.parse(text), options), 417, { isKey: (name) => KEYS.has(name) });
  const edits = fixes.flatMap((fix) => fix.edits ?? []).sort((a, b) => a.span.start - b.span.start);
  return applyEdits(text, edits);
}

test('where both sides of an unknown condition agree, the `if` is replaced by what they set', () => {
  const text = `disk = []
if os.path.exists('/dev/vg0'):
    memory = 512  # enough
    disk.append('phy:/dev/a,xvda,w')
elif os.environ.get('SMALL'):
    memory = 256 * 2
    disk += ['phy:/dev/' + 'a,xvda,w']
else:
    raise ValueError('no such host')
`;
  assert.equal(rewritten(text), "disk = []\n# enough\nmemory = 512\ndisk = ['phy:/dev/a,xvda,w']\n");
});

test('where they agree in part, the rest of the file can rely on that part alone', () => {
  const text = `if os.environ.get('DEBUG'):
    vcpus = 2
    extra = 'debug'
else:
    vcpus = 2
    extra = 'quiet'
maxmem = vcpus * 128
name = 'web-' + extra
`;
  const { vcpus, extra, maxmem, name } = values(text);
  assert.deepEqual({ vcpus, extra, maxmem, name }, { vcpus: 2, extra: '?', maxmem: 256, name: '?' });
  assert.ok(rewritten(text).includes("if os.environ.get('DEBUG'):"), 'the condition stays');
});

test('lists that two names share on one side only are not known to be equal', () => {
  const text = `a = [1]
b = [1]
d = {'k': a}
if os.environ.get('Q'):
    b = a
else:
    b = a[:]
b.append(2)
memory = len(a)
if os.environ.get('Q'):
    d = {}
d['k'] = 3
vcpus = len(d)
`;
  const { memory, vcpus } = values(text);
  assert.deepEqual({ memory, vcpus }, { memory: '?', vcpus: '?' });
});

test('assumptions stand for what only the machine knows, and are listed when they are used', () => {
  const text = `import socket
host = socket.gethostname()
name = 'vm-' + socket . gethostname( )
kernel = '/boot/' + os.uname()[4]
extra = os.environ["EXTRA"] + site
memory = 64
`;
  const assume = new Map([
    ['socket.gethostname()', 'web1'],
    ['os.uname()[4]', 'i686'],
    ["os.environ['EXTRA']", 'ro '],
    ['site', 'eu'],
    ['memory', '128'],
    ['never()', 'x'],
  ]);
  const { assumptions } = evaluate(parser.parse(text), { assume });
  const { name, kernel, extra, memory } = values(text, { assume });
  assert.deepEqual(
    { name, kernel, extra, memory },
    { name: 'vm-web1', kernel: '/boot/i686', extra: 'ro eu', memory: 64 },
  );
  assert.deepEqual(
    assumptions.map((one) => one.text),
    ["socket.gethostname() is 'web1'", "os.uname()[4] is 'i686'", "os.environ['EXTRA'] is 'ro '", "site is 'eu'"],
  );
});

test('xm_file is the path of the file, as far as that is known, unless the user says another or the file sets it', () => {
  const text = 'import os\nname = os.path.basename(xm_file)\nkernel = xm_file\n';
  const told = (options: EvaluateOptions) => {
    const { assumptions } = evaluate(parser.parse(text), options);
    return [values(text, options).kernel, assumptions.map((one) => one.text)];
  };
  const folder = '/etc/xen';
  assert.deepEqual(told({ folder, fileName: 'web' }), ['/etc/xen/web', ["xm_file is the file's path, '/etc/xen/web'"]]);
  assert.deepEqual(told({ folder: '/', fileName: 'web' }), ['/web', ["xm_file is the file's path, '/web'"]]);
  assert.deepEqual(told({ fileName: 'web' }), ['web', ["xm_file is the file's path, 'web'"]]);
  assert.deepEqual(told({ fileName: 'web', assume: new Map([['xm_file', '/srv/x']]) }), [
    '/srv/x',
    ["xm_file is '/srv/x'"],
  ]);
  const { statements } = evaluate(parser.parse(text));
  assert.match(statements[1]!.undecided!.reason, /the path by which xm found the file/);
  assert.equal(values("xm_file = 'x'\nname = xm_file\n", { folder, fileName: 'web' }).name, 'x');
});

const TEMPLATE = `def number(var, val):
    val = int(val)
    if val > 8:
        raise ValueError('too many')
    return val
xm_vars.var('vmid', use='1 to 8', check=number)
xm_vars.check()
memory = 2 * 64
name = 'vm%d' % vmid
`;

test('a template keeps what its parameter needs until the parameter is given', () => {
  assert.equal(rewritten(TEMPLATE), TEMPLATE.replace('2 * 64', '128'));
  assert.equal(rewritten(TEMPLATE, { presets: new Map([['vmid', '3']]) }), "memory = 128\nname = 'vm3'\n");
  assert.deepEqual([...evaluate(parser.parse(TEMPLATE)).parameters.keys()], ['vmid']);
});

test('a parameter that its check refuses is an error, and nothing is made of it', () => {
  const { error, statements } = evaluate(parser.parse(TEMPLATE), { presets: new Map([['vmid', '9']]) });
  assert.equal(`${error?.type}: ${error?.message}`, 'ValueError: vmid - too many');
  assert.match(statements.at(-1)!.undecided!.reason, /^Python stops here: ValueError: vmid - too many$/);
});

test('a declaration without a check stays while something needs its parameter', () => {
  const text = "xm_vars.var('vmid', use='a number')\nname = 'vm' + vmid\n";
  assert.equal(rewritten(text), text);
  assert.equal(rewritten(text, { presets: new Map([['vmid', '3']]) }), "name = 'vm3'\n");
});

test('a helper that xl could read goes when all that reads it does, and only then', () => {
  const text = "base = '/dev/vg'  # the group\ndisk = ['phy:' + base + '/a,xvda,w']\n";
  assert.equal(rewritten(text), "# the group\ndisk = ['phy:/dev/vg/a,xvda,w']\n");
  const needed = "base = '/dev/vg'\nextra = base + os.environ['X']\n";
  assert.equal(rewritten(needed), needed);
});

test('functions and name spaces that go round in circles end', () => {
  const hostile = [
    'def o():\n def f(n):\n  return f(n + 1)\n return f(0)\nmemory = o()\n',
    'def o():\n global f\n def f(n):\n  if n == 0: return 1\n  return f(n-1) + f(n-1)\n return f(60)\nmemory = o()\n',
    'memory = (lambda f: f(f))(lambda f: f(f))\n',
    `def o():\n global f\n f = lambda x: ${'('.repeat(400)}f(x)${')'.repeat(400)}\n return f(1)\nmemory = o()\n`,
  ];
  for (const text of hostile) assert.equal(values(text).memory, '?');
  const circles = [
    'd = locals()\nd["x"] = d\ne = [d]\nmemory = len(e)\nd.clear()\nmemory = 5\n',
    'def o():\n l = []\n def f():\n  l.append(f)\n  return l\n return f\nf = o()\nvif = f()\nvif = f()\nmemory = 5\n',
    'locals().update(memory=4)\nfor k in locals(): pass\nx = dict(locals())\nmemory = 5\n',
  ];
  for (const text of circles) assert.equal(values(text).memory, 5);
});
