import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'The file is no guest configuration',
  why: 'The file is in another format that describes a guest, or no text at all. Findings about its lines would mean nothing.',
  xl: 'xl refuses the file at its first line.',
  remedy: 'Turn it into an xl file with a tool that reads that format.',
  before: '<domain type="xen">\n  <name>web</name>\n</domain>',
  after: 'name = "web"',
};

export const foreignFormat: Rule = {
  code: 'foreign-format',
  severity: 'error',
  *check(file) {
    const { foreign } = file.circumstances;
    if (!foreign) return;
    const end = Math.min(file.text.search(/\r?\n|$/), 200);
    yield report(
      foreignFormat,
      { start: 0, end },
      `This is ${foreign.what}, not a guest configuration. xl refuses it. ${foreign.remedy}`,
    );
  },
};
