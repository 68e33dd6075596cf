// node:assert is not there in the web extension host.

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T): void {
  ok(Object.is(actual, expected), `expected ${JSON.stringify(expected)}\ngot      ${JSON.stringify(actual)}`);
}

export function matches(actual: string, pattern: RegExp): void {
  ok(pattern.test(actual), `expected ${pattern}\nin       ${JSON.stringify(actual)}`);
}

export function lacks(actual: string, pattern: RegExp): void {
  ok(!pattern.test(actual), `expected no ${pattern}\nin          ${JSON.stringify(actual)}`);
}
