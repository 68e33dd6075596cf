/** Wrong words on the command line, or a file that cannot be read or written: exit code 2. */
export class UsageError extends Error {}
