import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKey, textOf, xendSettings } from '../../../server/src/schema';
import { type OutlineSymbol, readSxp, sxpFolds, sxpHover, sxpOutline } from '../../../server/src/service/index';

const DOMAIN = `# by xend
# not to be edited
(domain
    (name web)
    (memory 512)
    (vcpus 2)
    (image
        (linux
            (kernel /boot/vmlinuz)
            (args 'root=/dev/xvda1 ro')
        )
    )
    (device (vbd (uname phy:/dev/vg/web) (dev xvda:disk) (mode w)))
    (device (vif (mac 00:16:3e:00:00:01) (bridge xenbr0)))
    (device
        (pci (backend 0)
            (dev (domain 0x0000) (bus 0x1) (slot 0x1a) (func 0x0) (opts ((msitranslate 1))))))
    (device (vkbd))
)
`;

/** The symbols as indented lines: kind, name, detail. */
function shown(symbols: readonly OutlineSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail ? ` (${detail})` : ''}`,
    ...shown(children, `${indent}  `),
  ]);
}

function outlined(text: string): string[] {
  return shown(sxpOutline(readSxp(text)));
}

test('outline of a domain: fields, image, each device with its main value', () => {
  assert.deepEqual(outlined(DOMAIN), [
    'guest web (domain)',
    '  setting name (web)',
    '  setting memory (512)',
    '  setting vcpus (2)',
    '  list image (linux)',
    '    setting kernel (/boot/vmlinuz)',
    '    setting args (root=/dev/xvda1 ro)',
    '  disk vbd (xvda:disk phy:/dev/vg/web)',
    '    setting uname (phy:/dev/vg/web)',
    '    setting dev (xvda:disk)',
    '    setting mode (w)',
    '  network vif (00:16:3e:00:00:01 xenbr0)',
    '    setting mac (00:16:3e:00:00:01)',
    '    setting bridge (xenbr0)',
    '  device pci (0000:01:1a.0)',
    '    setting backend (0)',
    '    list dev',
    '      setting domain (0x0000)',
    '      setting bus (0x1)',
    '      setting slot (0x1a)',
    '      setting func (0x0)',
    '      list opts',
    '        setting msitranslate (1)',
    '  device vkbd',
  ]);
});

test('outline: several forms, settings of xend, a domain without its name', () => {
  assert.deepEqual(
    outlined("(xend-port 8000)\nlone (vif-script 'vif bridge')\n()\n(vm (memory 1))\n(domain (name ''))"),
    [
      'setting xend-port (8000)',
      'setting vif-script (vif bridge)',
      'guest vm (vm)',
      '  setting memory (1)',
      'guest domain (domain)',
      '  setting name',
    ],
  );
});

test('outline: what is not closed is shown as far as it is there', () => {
  assert.deepEqual(outlined('(domain (name web)\n  (device (vbd (dev xvda'), [
    'guest web (domain)',
    '  setting name (web)',
    '  disk vbd (xvda)',
    '    setting dev (xvda)',
  ]);
});

test('every symbol lies within the one that it stands in, and goes to a place within itself', () => {
  const check = (symbols: readonly OutlineSymbol[], from: number, to: number) => {
    for (const { name, span, nameSpan, children } of symbols) {
      assert.notEqual(name.trim(), '');
      assert.ok(from <= span.start && span.end <= to && span.start <= nameSpan.start && nameSpan.end <= span.end, name);
      check(children, span.start, span.end);
    }
  };
  for (let end = 0; end <= DOMAIN.length; end++) {
    const text = DOMAIN.slice(0, end);
    check(sxpOutline(readSxp(text)), 0, text.length);
  }
});

test('outline: deep and long files are cut', () => {
  const count = (symbols: readonly OutlineSymbol[]): number =>
    symbols.reduce((sum, { children }) => sum + 1 + count(children), 0);
  assert.equal(count(sxpOutline(readSxp('(a '.repeat(50_000)))), 10);
  assert.deepEqual(sxpOutline(readSxp('('.repeat(50_000))), []);
  assert.equal(count(sxpOutline(readSxp('(a 1)'.repeat(500)), 100)), 100);
});

test('folding: lists and comments of several lines; a closing parenthesis alone in its line stays', () => {
  const folds = sxpFolds(readSxp(DOMAIN)).map(({ startLine, endLine, kind }) =>
    `${startLine}-${endLine} ${kind ?? ''}`.trim(),
  );
  assert.deepEqual(folds, ['0-1 comment', '2-17', '6-10', '7-9', '14-16', '15-16']);
  assert.deepEqual(sxpFolds(readSxp('(a\n (b)\n')), [{ startLine: 0, endLine: 1 }]);
});

test('findings stand at their place, and say what to do', () => {
  const found = (text: string) =>
    readSxp(text).findings.map(({ severity, message, span }) => [severity, text.slice(span.start, span.end), message]);
  assert.deepEqual(found('(a b)\n# (c\n'), []);
  const [surplus] = found('(a b))');
  assert.deepEqual(surplus?.slice(0, 2), ['error', ')']);
  assert.match(found('(a b').flat().join(), /^error,\(,.*Write \) where it ends\.$/);
  assert.match(found('(a "b)').flat().join(), /^error,"b,.*Write " where it ends\.$/);
  assert.match(found('(a \u00e9)').flat().join(), /^error,é,.*begins with é/);
  assert.match(found('(a \u200b)').flat().join(), /begins with U\+200B/);
  assert.match(found(String.raw`'\x4'`).flat().join(), /^error,\\x,.*\\xHH/);
  assert.match(found(String.raw`'\777'`).flat().join(), /^error,\\777,.*\\377/);
  assert.match(found(String.raw`'\d'`).flat().join(), /^warning,\\d,.*no escape \\ d/);
  assert.match(found(String.raw`'\xe9'`).flat().join(), /^warning,\\xe9,.*or \\351\.$/);
});

test('hover tells every setting of xend, at its name alone', () => {
  assert.ok(xendSettings().length > 40);
  for (const { name, text, now } of xendSettings()) {
    const file = `# c\n(${name} 1)\n`;
    const start = file.indexOf(name);
    const found = sxpHover(readSxp(file), start + 3);
    assert.deepEqual(found?.span, { start, end: start + name.length });
    assert.ok(
      found.markdown.includes(name) && found.markdown.includes(textOf(text)) && found.markdown.includes(textOf(now)),
      name,
    );
    for (const offset of [0, start - 1, start + name.length + 1, file.length]) {
      assert.equal(sxpHover(readSxp(file), offset), undefined, `${name} at ${offset}`);
    }
  }
  assert.equal(sxpHover(readSxp('(domain (keymap de))'), 10), undefined);
  assert.equal(sxpHover(readSxp('(keymap2 de)'), 3), undefined);
});

test('what takes the place of a setting of xend is a key that xl knows', () => {
  const names = xendSettings().map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, xlConf = [], keys = [] } of xendSettings()) {
    for (const key of xlConf) assert.ok(findKey(key, 'xl.conf'), `${name}: ${key}`);
    for (const key of keys) assert.ok(findKey(key), `${name}: ${key}`);
    const { markdown } = sxpHover(readSxp(`(${name})`), 1)!;
    for (const key of [...xlConf, ...keys]) assert.ok(markdown.includes(`\`${key}\``), `${name}: ${key}`);
  }
});
