import { fromBytes, type Value } from '../../server/src/python';

/** A value as JSON would show it: `10L` for a long, `None`, `?` for what is not known. */
export function show(value: Value): unknown {
  switch (value.kind) {
    case 'int':
    case 'float':
      return Number(value.value);
    case 'long':
      return `${value.value}L`;
    case 'str':
      return fromBytes(value.value);
    case 'unicode':
      return `u:${value.value}`;
    case 'bool':
      return value.value;
    case 'list':
      return value.lost ? '?' : value.items.map(show);
    case 'tuple':
      return ['tuple', ...value.items.map(show)];
    case 'unknown':
      return '?';
    default:
      return value.kind === 'none' ? 'None' : value.kind;
  }
}
