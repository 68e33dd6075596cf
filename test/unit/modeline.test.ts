import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBelowXen, modelineOf, saysLittle } from '../../client/src/modeline';

test('modelines of vim and Emacs that name a guest configuration', () => {
  for (const line of [
    '# vim: ft=xencfg',
    '# vim: set ts=4 ft=xen-cfg sw=4:',
    '# vi:filetype=xl:',
    '# vim600: syntax=xlcfg',
    '# ex: se sw=4 ft=xen-cfg:',
    '# -*- mode: xen-cfg -*-',
    '# -*- xencfg -*-',
    '# -*- coding: utf-8; mode: xl; tab-width: 4 -*-',
  ]) {
    assert.equal(modelineOf(`${line}\nname = "a"\n`), 'xen-cfg', line);
  }
  assert.equal(modelineOf(`${'x = 1\n'.repeat(50)}# vim: ft=xencfg\n`), 'xen-cfg');
  assert.equal(modelineOf('name = "a"\n# Local Variables:\n# mode: xen-cfg\n# End:\n'), 'xen-cfg');
});

test('those of Python, of other languages, and where no editor looks', () => {
  assert.equal(modelineOf('# -*- mode: python; -*-\nname = "a"\n'), 'python');
  assert.equal(modelineOf('#! /bin/sh\n# -*- Python -*-\n'), 'python');
  assert.equal(modelineOf('name = "a"\n# vim: set ft=python:\n'), 'python');
  for (const text of ['', '# vim: ft=nginx\n', '# -*- mode: conf -*-\n', '# ft=xencfg\n', 'vim = "ft=xencfg"\n']) {
    assert.equal(modelineOf(text), undefined, text);
  }
  assert.equal(modelineOf(`${'x = 1\n'.repeat(20)}# vim: ft=xencfg\n${'x = 1\n'.repeat(20)}`), undefined);
});

test('folders of Xen by their names', () => {
  for (const path of ['/etc/xen/a', '/srv/xen.d/a.cfg', '/home/me/xen-guests/old/a', '/Xen/a']) {
    assert.ok(isBelowXen(path), path);
  }
  for (const path of ['/etc/xen', '/etc/nginx/a', '/srv/xenial/a', '/srv/axen/a']) assert.ok(!isBelowXen(path), path);
});

test('names that say little', () => {
  for (const name of ['a.cfg', 'A.CFG', 'a.conf', 'web01', 'web.10', 'build@host']) assert.ok(saysLittle(name), name);
  for (const name of ['a.py', 'a.sxp', 'a.xml', 'a.cfg.bak']) assert.ok(!saysLittle(name), name);
});
