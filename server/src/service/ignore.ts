import type { Finding } from '../rules/finding';
import type { Edit } from '../syntax/span';
import type { Analysis } from './analysis';
import { nodesAt, pythonTree } from './python-nodes';

/** Where a comment is to keep a rule quiet. */
export type IgnoreWhere = 'here' | 'file';

/** A comment makes nothing of another program's format, and more of a comment that does nothing. */
const UNIGNORED = new Set(['foreign-format', 'unused-suppression']);

/**
 * A comment that keeps a finding quiet: on a line of its own before that of the finding, or at the top for the whole
 * file. Undefined where a comment would be part of a text.
 */
export function ignoreEdit(analysis: Analysis, finding: Finding, where: IgnoreWhere): Edit | undefined {
  if (UNIGNORED.has(finding.code)) return undefined;
  return where === 'file' ? atTop(analysis, finding.code) : before(analysis, finding);
}

/** Rules that speak of a file as a whole, at its first line: a comment before that becomes its first line. */
const OF_FILES = new Set(['missing-name', 'xl-message', 'host-memory', 'host-vcpus']);

function before(analysis: Analysis, { code, span }: Finding): Edit | undefined {
  const { text, lines } = analysis;
  if (span.start === 0 && OF_FILES.has(code)) return undefined;
  const { line } = lines.position(span.start);
  const start = lines.start(line);
  if (isInText(analysis, start) || /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(start, start + 1000))![0];
  if (line > 0) {
    const above = text.slice(lines.start(line - 1), start);
    const known = /^[ \t]*#\s*xencfg:\s*ignore\b(?!-)[ \t]+[\w, \t-]*\w(?=[ \t]*(--.*)?\r?\n$)/.exec(above)?.[0];
    if (known && !known.includes('--')) {
      const end = lines.start(line - 1) + known.length;
      return { span: { start: end, end }, newText: `, ${code}` };
    }
  }
  return { span: { start, end: start }, newText: `${indent}# xencfg: ignore ${code}${newline(text)}` };
}

/** What has to be on a first line stays there: an interpreter, and the encoding of a Python program. */
function atTop({ text }: Analysis, code: string): Edit | undefined {
  // behind a byte order mark there is no comment for xl
  if (text.startsWith('\ufeff')) return undefined;
  const start = /^(?:#(?:!|[^\n]*coding[:=])[^\n]*\n){0,2}/.exec(text)![0].length;
  return { span: { start, end: start }, newText: `# xencfg: ignore-file ${code}${newline(text)}` };
}

function newline(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** True at an offset within a string of several lines. */
function isInText(analysis: Analysis, offset: number): boolean {
  const tree = pythonTree(analysis);
  return (
    tree !== undefined &&
    nodesAt(tree, offset).some((node) => node.type === 'string' && node.start < offset && offset < node.end)
  );
}
