// Tables as README.md shows them.

/** A table in Markdown behind a heading: the first column is text, the others are numbers. */
export function table(heading, head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, index) => (index === 0 ? '---' : '--:')));
  return [heading, '', line(head), rule, ...rows.map(line), ''].join('\n');
}

/** A number with as many decimals as its size deserves; a dash for none. */
export function figure(number) {
  if (number === undefined || Number.isNaN(number)) return '-';
  return number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);
}
