import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python, type PythonFix, type RewriteOptions, rewrite } from '../../server/src/python';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

function fixesOf(text: string, release = 422, options: RewriteOptions = {}): PythonFix[] {
  return rewrite(evaluate(parser.parse(text)), release, options);
}

/** The text after the edits of every fix. */
function converted(text: string, release = 422, options: RewriteOptions = {}): string {
  return applyEdits(
    text,
    fixesOf(text, release, options).flatMap((fix) => fix.edits ?? []),
  );
}

/** The text after one fix and those that it needs. */
function alone(text: string, title: string): string {
  const fixes = fixesOf(text);
  const wanted = new Set<PythonFix>();
  const open = fixes.filter((fix) => fix.title === title).slice(0, 1);
  for (let next = open.pop(); next; next = open.pop()) {
    if (wanted.has(next)) continue;
    wanted.add(next);
    open.push(...next.needs.map((index) => fixes[index]!));
  }
  return applyEdits(
    text,
    [...wanted].flatMap((fix) => fix.edits ?? []),
  );
}

const CASES: Record<string, readonly [before: string, after: string]> = {
  'plain settings stay byte for byte': [
    "# c\nname='x' # y\n\ndisk = [ 'a', # b\n  'c' ,]\n",
    "# c\nname='x' # y\n\ndisk = [ 'a', # b\n  'c' ,]\n",
  ],
  'a sum keeps its quotes and the comment behind it': ['a = "x" + "y"  # z\n', 'a = "xy"  # z\n'],
  'quotes change where that saves a backslash': ["a = 'x' + \"it's\"\n", 'a = "xit\'s"\n'],
  'only the computed item of a list changes': [
    "vif = [ 'a', # one\n        'b%d' % 2,  # two\n        \"c\" ]\n",
    "vif = [ 'a', # one\n        'b2',  # two\n        \"c\" ]\n",
  ],
  'comments inside a replaced expression move above it': ["a = ('x' # one\n  'y')\n", "# one\na = 'xy'\n"],
  'a backslash at the end of a line': [
    "a = \\\n  'x' \\\n  'y'\nb = ['p', \\\n 'q']\n",
    "a = 'xy'\nb = ['p',\n 'q']\n",
  ],
  'triple quotes, prefixes and escapes': [
    "a = '''x\ny'''\nb = r'\\d'\nc = '\\x41\\101\\q'\n",
    "a = 'x\\ny'\nb = '\\\\d'\nc = 'AA\\\\q'\n",
  ],
  'numbers that xl does not read': [
    'a = -1\nb = 0x1F\nc = 2.0\nd = 1.5\ne = 0o17\nf = 0x1f\ng = 017\n',
    "a = '-1'\nb = 31\nc = 2\nd = '1.5'\ne = 15\nf = 0x1f\ng = 017\n",
  ],
  'several names and targets': ['a = b = 1; c, d = \'x\', "y"\n', "a = 1\nb = 1; c = 'x'\nd = 'y'\n"],
  'values that xm did not take': ['a = True\nb = None\nc = 10L\nname = "x"\nd = (1, 2)\n', 'name = "x"\n'],
  'imports and helpers, once nothing reads them': [
    "import os, re  # for the name\n\nVG = '/dev/vg' # group\ndisk = [ VG + '/a' ]\n",
    "# group\ndisk = [ '/dev/vg/a' ]\n",
  ],
  'an if leaves its branch with its comments': [
    '# before\nif 1 < 2: # why\n    # inside\n    vcpus = 1 + 1 # two\n\n    # end\n# of else\nelse:\n    # lost\n    vcpus = 1\n# after\n',
    '# before\n# why\n# inside\nvcpus = 2 # two\n\n# end\n# after\n',
  ],
  'an elif, nested, on one line, with tabs': [
    "if 0:\n\ta = 1\nelif 2:\n\tif 1: b = 2; c = 3\n\tif 1:\n\t\td = 4\n\te = [ 'x',\n\t\t'y' ]\nz = 1\n",
    "b = 2; c = 3\nd = 4\ne = [ 'x',\n\t'y' ]\nz = 1\n",
  ],
  'an if that does nothing goes': ["if 0:\n    a = 1\n    # x\nelif '':\n    pass\nb = 2\n", 'b = 2\n'],
  'a loop leaves what it made': [
    "disk = []\nfor i in range(2):\n    # each\n    disk.append('phy:%d,xvd%s,w' % (i, 'ab'[i]))\n",
    "disk = []\n# each\ndisk = ['phy:0,xvda,w', 'phy:1,xvdb,w']\n",
  ],
  'a longer list of disks is written line by line': [
    "disk = []\nfor i in range(2):\n    disk.append('file:/srv/%d.img,xvd%s,w' % (i, 'ab'[i]))\n",
    "disk = []\ndisk = [\n    'file:/srv/0.img,xvda,w',\n    'file:/srv/1.img,xvdb,w',\n]\n",
  ],
  'what is appended is added where it stands': [
    "disk = [ 'a' ]  # one\n# two\ndisk.append('b%d' % 2)  # why\nif 1:\n    # three\n    disk.extend([ 'c', # c\n      'd' + 'e' ])\nfor i in range(2):\n    disk += [ 'l%d' % i ]\n",
    "disk = [ 'a' ]  # one\n# two\ndisk += [ 'b2' ]  # why\n# three\ndisk += [ 'c', # c\n  'de' ]\ndisk += ['l0', 'l1']\n",
  ],
  'comments in a list of texts that goes, and behind what adds to it': [
    "def f(l): return l\nP = [\n  'a',  # one\n  'b' + 'c',  # two\n]  # both\nP.append('d')  # three\nQ = { 'x': 1, # gone\n}\ndisk = f(P)\nvcpus = Q['x']\n",
    "# one\n# two\n# both\n# three\ndisk = ['a', 'bc', 'd']\nvcpus = 1\n",
  ],
  'a loop that adds to two lists': [
    "disk = ['a']\nvif = ['b']\nfor i in range(2):\n    # both\n    disk.append('d%d' % i)\n    vif.append('v%d' % i)\n",
    "disk = ['a']\nvif = ['b']\n# both\ndisk += ['d0', 'd1']\nvif += ['v0', 'v1']\n",
  ],
  'a sum with the name itself, of lists and texts': [
    "vif = ['a']\nvif = vif + ['b' * 2]\nextra = 'ro'\nextra = extra + ' x=%d' % 1\nextra += ' ' + 'y'\nextra = extra + ' z' + extra\n",
    "vif = ['a']\nvif += ['bb']\nextra = 'ro'\nextra += ' x=1'\nextra += ' y'\nextra += ' zro x=1 y'\n",
  ],
  'what does not begin with the value before is written whole': [
    "disk = ['b']\ndisk.insert(0, 'a')\ndisk.append('c')\ndisk.pop()\nvif = []\nvif.append('x')\n",
    "disk = ['b']\ndisk = ['a', 'b']\ndisk += ['c']\ndisk = ['a', 'b']\nvif = []\nvif = ['x']\n",
  ],
  'a list that another name may mean is written whole where the name gets another one': [
    "vif = ['a']\nnote = vif\nvif = vif + ['b' * 2]\nother = note\n",
    "vif = ['a']\nnote = ['a']\nvif = ['a', 'bb']\nother = ['a']\n",
  ],
  'an if goes with all that it set': ['import os\nif 1:\n    import re\n\n# about a\na = 1\n', '# about a\na = 1\n'],
  'comments behind an if that goes, in its own column, stay': [
    'a = 1\nif 0:\n    b = 2\n#if 1:\n#    b = 3\n\nc = 4\n',
    'a = 1\n#if 1:\n#    b = 3\n\nc = 4\n',
  ],
  'a block of tabs and blanks loses what its width is': [
    'if 1:\n\ta = 1\n        # eight\n        b = [ 1,\n\t    2 ]\n',
    'a = 1\n# eight\nb = [ 1,\n    2 ]\n',
  ],
  'values without quotes of their own get those of the list, or of most settings': [
    'f = lambda: \'x\'\na = [ f(), "y" ]\nb = f()\nc = "z"\nd = "z"\n',
    'a = [ "x", "y" ]\nb = "x"\nc = "z"\nd = "z"\n',
  ],
  'print, pass, def and del go': [
    "print 'x'\npass\ndef f(x):\n    return x\na = 1\ntmp = 2\ndel tmp\nb = 3 # c\n",
    'a = 1\nb = 3 # c\n',
  ],
  'a text that stands alone becomes a comment': ['"""One\n   two"""\na = 1\n', '# One\n# two\na = 1\n'],
  'one of several statements in a line': ['import os; a = 1; print a\nb = 2; import re\n', 'a = 1\nb = 2\n'],
  'carriage returns stay': [
    "a = 'x' + 'y'\r\nif 1:\r\n    b = 1\r\nc = d = 2\r\n",
    "a = 'xy'\r\nb = 1\r\nc = 2\r\nd = 2\r\n",
  ],
  'bytes that are not UTF-8 stay what they are': ["a = 'x\udcff' + '\u00e9'\n", "a = 'x\udcff\u00e9'\n"],
  'a setting that xm lost in the end goes with its earlier value': ["kernel = '/x'\na = 1\nkernel = None\n", 'a = 1\n'],
};

for (const [name, [text, after]] of Object.entries(CASES)) {
  test(`rewrite: ${name}`, () => {
    assert.equal(converted(text), after);
    assert.equal(converted(after), after, 'converting the result again changes nothing');
  });
}

test('a list is extended in place from 4.13 on, and written out before', () => {
  const text = "disk = ['a']\ndisk += [ 'b%d' % 1, # x\n]\n";
  assert.equal(converted(text), "disk = ['a']\ndisk += [ 'b1', # x\n]\n");
  assert.equal(converted(text, 412), "disk = ['a']\n# x\ndisk = ['a', 'b1']\n");
});

test('a list inside a list is refused before 4.6', () => {
  const text = "a = [['x'] + ['y']]\n";
  assert.equal(converted(text), "a = [['x', 'y']]\n");
  assert.match(fixesOf(text, 405)[0]!.reason!, /4\.6/);
});

test('a fix alone leaves a program that means the same', () => {
  const text = "import re\nN = 3\nname = 'vm%d' % N\nif re.search('vm', name):\n    vcpus = N\n";
  assert.equal(alone(text, 'Evaluate this expression'), text.replace("'vm%d' % N", "'vm3'"));
  assert.equal(alone(text, 'Replace this `if` by its result'), "import re\nN = 3\nname = 'vm%d' % N\nvcpus = 3\n");
  assert.equal(alone(text, 'Remove this import'), "N = 3\nname = 'vm%d' % N\nvcpus = 3\n");
  assert.equal(alone(text, 'Remove this helper variable'), "import re\nname = 'vm3'\nvcpus = 3\n");
});

test('nothing goes that an undecided statement still needs', () => {
  const text = "import os\nN = 3\nlow = -1\nname = 'x' + os.environ['A'] + str(N + low)\nmemory = 1 + 1\n";
  assert.equal(converted(text), text.replace('1 + 1', '2'));
  const fixes = fixesOf(text);
  assert.deepEqual(
    fixes.map((fix) => [fix.code, fix.edits !== undefined]),
    [
      ['python-import', false],
      ['python-helper', false],
      ['python-expression', false],
      ['python-undecidable', false],
      ['python-expression', true],
    ],
  );
  const { span, cause, reason } = fixes[3]!;
  assert.equal(text.slice(span.start, span.end), 'os.environ');
  assert.deepEqual(cause, span);
  assert.match(reason!, /environment/);
});

test('what a `del` names goes together with it', () => {
  const text = "def f():\n    return 'x'\nname = f()\ndel f\n";
  assert.equal(alone(text, 'Remove this function'), "name = 'x'\n");
  assert.equal(converted(text), "name = 'x'\n");
});

test('a call that steers a module stays while something unknown asks the module', () => {
  const text = "import random\nrandom.seed(4)\nname = 'x%d' % random.randint(1, 9)\nmemory = 1 + 1\n";
  assert.equal(converted(text), text.replace('1 + 1', '2'));
  const used = "import os, random\nrandom.seed(4)\nname = os.path.join('a', 'b')\n";
  assert.equal(converted(used), "name = 'a/b'\n");
  assert.equal(alone(used, 'Remove this statement'), used.replace('random.seed(4)\n', ''));
});

test('two names of one list are only written out together with what changes it', () => {
  const text = "a = ['x']\nb = a\nb.append('y')\n";
  const [first] = fixesOf(text);
  assert.deepEqual(first!.needs, [1]);
  assert.equal(converted(text), "a = ['x']\nb = ['x']\na = ['x', 'y']\nb = ['x', 'y']\n");
});

test('a branch with something undecided inside keeps it as it was', () => {
  const text = "import os\nif 1:\n    name = os.environ['A']\n    vcpus = 1 + 1\n";
  assert.equal(converted(text), "import os\nname = os.environ['A']\nvcpus = 1 + 1\n");
  assert.ok(fixesOf(text).some((fix) => fix.code === 'python-undecidable' && fix.edits === undefined));
});

test('helpers with a legal name go when they are no keys and somebody read them', () => {
  const isKey = (name: string) => name === 'name';
  const text = "base = 'a' + 'b'\nname = base + 'c'\nunread = 'x' + 'y'\n";
  assert.equal(converted(text, 422, { isKey }), "name = 'abc'\nunread = 'xy'\n");
});

test('a key whose value xm dropped says so, and what may have been meant', () => {
  const [fix] = fixesOf('acpi = True\n', 422, { isKey: () => true });
  assert.match(fix!.what, /type bool/);
  assert.equal(applyEdits('acpi = True\n', fix!.alternative!.edits), 'acpi = 1\n');
});

/** What the findings about values that xm dropped say, and the text after each alternative. */
function drops(text: string): [what: string, after: string | undefined][] {
  return fixesOf(text, 422, { isKey: (name) => /^(acpi|apic|kernel|memory|extra|disk)$/.test(name) }).flatMap((fix) => {
    if (!/of which xm made no setting|global/.test(fix.what)) return [];
    return [[fix.what, fix.alternative && applyEdits(text, fix.alternative.edits)]];
  });
}

test('every kind of value that xm dropped is told, with what may have been meant', () => {
  const told = (type: string) => `a value of type ${type}, of which xm made no setting`;
  assert.deepEqual(drops('acpi = False\n'), [[told('bool'), 'acpi = 0\n']]);
  assert.deepEqual(drops('memory = 512L\n'), [[told('long'), 'memory = 512\n']]);
  assert.deepEqual(drops('extra = u"x"\n'), [[told('unicode'), 'extra = "x"\n']]);
  assert.deepEqual(drops('disk = ("a", "b")\n'), [[told('tuple'), 'disk = ["a", "b"]\n']]);
  assert.deepEqual(drops('kernel = None\n'), [[told('NoneType'), undefined]]);
});

test('values that xm dropped are told wherever they come from', () => {
  const told = (type: string) => `"acpi" is a value of type ${type}, of which xm made no setting`;
  assert.deepEqual(drops('if 1:\n    acpi = True\n'), [[told('bool'), 'if 1:\n    acpi = 1\n']]);
  assert.deepEqual(drops('for i in [1]:\n    acpi = True\n'), [[told('bool'), undefined]]);
  assert.deepEqual(drops('acpi, apic = 5L, 1\n'), [[told('long'), undefined]]);
  assert.deepEqual(drops('acpi = True\nacpi = 1\n')[0]?.[0], 'a value of type bool, of which xm made no setting');
  assert.deepEqual(drops('if 1:\n    acpi = True\nacpi = 1\n'), [], 'a later value counts');
});

test('a global of a function is no setting', () => {
  const text = "kernel = '/x'\ndef f():\n    global kernel\n    return 1\nname = 'a'\n";
  assert.deepEqual(drops(text), [['a variable that a function declares global', undefined]]);
  assert.equal(converted(text, 422, { isKey: () => true }), "name = 'a'\n");
});

test('xm stopped at devices that are no texts', () => {
  for (const item of ['None', 'True', "['a']", '5', "('a',)", '{}']) {
    const [fix] = fixesOf(`disk = ['phy:/a,xvda,w', ${item}] + []\n`);
    assert.equal(fix!.edits, undefined, item);
    assert.match(fix!.reason!, /^xm itself stopped at its item of type /);
  }
  assert.equal(
    converted("disk = [u'phy:/a,xvda,w']\ncpus = ['1', 2L, True]\n"),
    "disk = ['phy:/a,xvda,w']\ncpus = ['1', 2, 1]\n",
  );
});

test('an if whose condition sorts a list, or leaves a variable behind', () => {
  assert.equal(
    converted("a = ['y', 'x']\nif a.sort() is None:\n    b = 1 + 1\n"),
    "a = ['y', 'x']\na = ['x', 'y']\nb = 2\n",
  );
  assert.equal(converted("q = 'a'\nif [q for q in 'xy']:\n    b = 1 + 1\n"), "q = 'a'\nq = 'y'\nb = 2\n");
});

const COMMENTS: Record<string, readonly [before: string, after: string]> = {
  'of a helper goes with it': ["a = 1\n\n# The group.\n# Ask Joe.\nVG = 'x'\n\nb = VG\n", "a = 1\n\nb = 'x'\n"],
  'of helpers goes with all of them': ["a = 1\n\n# Helpers.\nVG = 'x'\nN = 3\n\nb = VG\n", "a = 1\n\nb = 'x'\n"],
  'of a function goes with it': [
    "a = 1\n\n# Names a disk.\ndef f(n):\n    return 'x%d' % n\n\nb = f(1) + ''\n# end\n",
    "a = 1\n\nb = 'x1'\n# end\n",
  ],
  'of an import goes with it': ['a = 1\n\n# For uname.\nimport os\n\n# two\nb = 2\n', 'a = 1\n\n# two\nb = 2\n'],
  'above something that stays stays': [
    "a = 1\n\n# Disks.\nVG = 'x'\ndisk = [VG]\n",
    "a = 1\n\n# Disks.\ndisk = ['x']\n",
  ],
  'behind a blank line stays': ["a = 1\n\n# Part two.\n\nVG = 'x'\n\nb = 2\n", 'a = 1\n\n# Part two.\n\nb = 2\n'],
  'at the head of the file stays': ['# Guest of Joe.\nimport os\n\na = 1\n', '# Guest of Joe.\n\na = 1\n'],
};
for (const [name, [text, after]] of Object.entries(COMMENTS)) {
  test(`rewrite: a comment ${name}`, () => {
    assert.equal(converted(text), after);
    assert.equal(converted(after), after);
  });
}

test('the first of some helpers under one comment takes the others along', () => {
  const text = "a = 1\n\n# Helpers.\nVG = 'x'\nN = 3\n\nb = VG\n";
  assert.equal(alone(text, 'Remove this helper variable'), "a = 1\n\nb = 'x'\n");
});

test('literals that become comments line by line have the reason once', () => {
  const options = { isKey: (name: string) => name === 'name', notes: true };
  const text = "name = 'x'\nOWNER = 'me'\nTEAM = [ 'a' ]\n\nCITY = 'z'\nif 1:\n    HERE = 1\n    name = 'y'\n";
  const reason = '# neither xm nor xl knows this name, and nothing here reads it\n';
  const after = `name = 'x'\n${reason}#OWNER = 'me'\n#TEAM = [ 'a' ]\n\n${reason}#CITY = 'z'\n${reason}#HERE = 1\nname = 'y'\n`;
  assert.equal(converted(text, 422, options), after);
  const fixes = fixesOf(text, 422, options);
  assert.deepEqual(
    fixes.map(({ needs }) => needs),
    [[], [0], [], []],
  );
});
