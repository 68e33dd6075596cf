/** Wrong words on the command line, or a file that cannot be read or written: exit code 2. */
export class UsageError extends Error {}

export const USAGE = `xencfg: checks and converts Xen guest configuration files

  xencfg check   [--xen R] [--host H] [--format text|json] [--fix] PATH...
  xencfg convert [--xen R] [--set N=V]... [--assume N=V]... [--unsafe]
                 [--out P [--force] | --in-place [--partial] | --diff]
                 [--explain[=all]] [--format text|json] PATH...
  xencfg show    --as settings|domain [--xen R] [--host H] [--xl-conf FILE] [--uuid U] FILE
  xencfg rule    [CODE]
  xencfg lsp     --stdio
  xencfg --help | --version

PATH is a file, a folder (the guest files below it), or - for standard input.
R is a Xen release, 4.1 to 4.22 (the default). H describes the host: cpus=16,nodes=2,memory=65536,arch=x86_64.
Exit code: 0 no finding of severity error, 1 at least one (convert: a decision is left), 2 usage or I/O.
`;
