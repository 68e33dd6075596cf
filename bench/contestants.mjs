// What is measured. A contestant reads all of its texts once for each call of `round`.
import { parser as lezerJson } from '@lezer/json';
import jsonService from 'vscode-json-languageservice';

const { getLanguageService, TextDocument } = jsonService;

/** Keeps results alive so that no compiler can leave the work out. */
export const sink = { last: undefined };

/** Reads everything that a tree tells of its settings: builds what the tree builds only when it is asked. */
export function materialise(tree) {
  let sum = 0;
  for (const setting of tree.settings) {
    sum += setting.name.length + setting.nameSpan.start + setting.opSpan.end + setting.span.end;
    sum += setting.op.length + (setting.broken ? 1 : 0) + valueLength(setting.value);
  }
  return sum;
}

function valueLength(value) {
  if (value.kind !== 'list') return value.text.length + value.span.end;
  let sum = value.span.end;
  for (const item of value.items) sum += valueLength(item);
  return sum;
}

/** Our own contestants: how one text is read. */
export function ours({ readSettings, parse }) {
  return {
    'Xencfg, settings': readSettings,
    'Xencfg, tree': parse,
    'Xencfg, tree, all of it read': (text) => {
      const tree = parse(text);
      sink.sum = materialise(tree);
      return tree;
    },
  };
}

/** The JSON contestants: how one text is read. */
export function theirs() {
  const service = getLanguageService({});
  return {
    'vscode-json-languageservice': (text) => service.parseJSONDocument(TextDocument.create('a:b', 'json', 1, text)),
    '@lezer/json': (text) => lezerJson.parse(text),
  };
}
