/**
 * What `--format sarif` uses of SARIF 2.1.0, as a JSON schema of its own: names, types and limits are those of the
 * standard (OASIS, sections 3.13 to 3.58); what it allows beyond that is left out, so that nothing else gets in.
 */
const text = { type: 'string' };
const message = object({ text }, ['text']);
const index = { type: 'integer', minimum: 0 };
const count = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
/** RFC 3986, a URI or a relative reference, of the signs that paths are written with. */
const artifactLocation = object({ uri: { type: 'string', pattern: '^(file://)?(/?[\\w.~-]|/|%[0-9A-F]{2})+$' } }, [
  'uri',
]);
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, ['startLine']);
const location = object({
  id: index,
  message,
  physicalLocation: object({ artifactLocation, region }, ['artifactLocation']),
});
const replacement = object({ deletedRegion: region, insertedContent: message }, ['deletedRegion']);
const artifactChange = object({ artifactLocation, replacements: list(replacement, 1) }, [
  'artifactLocation',
  'replacements',
]);
const result = object(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: list(location),
    relatedLocations: { ...list(location), uniqueItems: true },
    fixes: { ...list(object({ description: message, artifactChanges: list(artifactChange, 1) }, ['artifactChanges'])) },
  },
  ['message'],
);
const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ level, enabled: { type: 'boolean' } }),
  },
  ['id'],
);
const notification = object({ level, message, locations: list(location) }, ['message']);
const invocation = object(
  { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) },
  ['executionSuccessful'],
);
const run = object(
  {
    tool: object(
      { driver: object({ name: text, version: text, rules: { ...list(rule), uniqueItems: true } }, ['name']) },
      ['driver'],
    ),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: list(result),
    invocations: list(invocation),
  },
  ['tool'],
);

export const SARIF_SCHEMA = object({ $schema: text, version: { enum: ['2.1.0'] }, runs: list(run) }, [
  'version',
  'runs',
]);

function object(properties: Record<string, object>, required: string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required };
}

function list(items: object, minItems = 0) {
  return { type: 'array', items, minItems };
}
