const NIL = '00000000-0000-0000-0000-000000000000';
const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** The id as libuuid's uuid_parse takes it, in lower case; undefined when it does not. */
export function parseUuid(text: string): string | undefined {
  return UUID.test(text) ? text.toLowerCase() : undefined;
}

/** True for the id of zeros, which libxl takes for none. */
export function isNilUuid(id: string): boolean {
  return id === NIL;
}
