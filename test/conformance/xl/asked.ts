import { findKey, keyIsRead } from '../../../server/src/schema';
import { askNow, oracleProgram } from '../oracle';
import { dryRunArguments, parseDryRun } from '../xl';
import type { Build } from './builds';
import { ask, questionFrame } from './question';

/** Guests that take xl through all of its parser: each type, with and without what leads to further keys. */
const GUESTS = [
  'name="g"\ntype="hvm"\nvnc=1\n',
  'name="g"\ntype="hvm"\nvga="none"\nbios="ovmf"\nspice=1\ngfx_passthru=1\nusb=1\npci=["00:1a.0"]\ncpus="all"\n',
  'name="g"\ntype="pv"\nkernel="/k"\nvnc=1\nvcpus=1\ncpus=["0"]\ncpus_soft=["0"]\n',
  'name="g"\ntype="pv"\nbootloader="pygrub"\nvfb=["vnc=1"]\ndisk=["/a,raw,xvda,w"]\nvif=[""]\n',
  'name="g"\ntype="pvh"\nkernel="/k"\npvshim=1\ncmdline="c"\n',
  'name="g"\nkernel="/k"\nbuilder="generic"\n',
];

/** The names that xl looks up in a guest file and that the schema does not know for its release. */
export function unknownNames(root: string, build: Build): { asked: number; unknown: string[] } {
  const frames = GUESTS.map((text) => questionFrame(ask(text)));
  const env = { XLDRY_BATCH: 'frames', XLDRY_KEYS: '1' };
  const answers = askNow(oracleProgram(root, build.program), dryRunArguments, 'none', frames, env).map(parseDryRun);
  const names = new Set<string>();
  for (const { messages } of answers) {
    for (const line of messages) {
      const name = /^\[key\] \S+ (\S+) /.exec(line)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  const unknown = [...names].filter((name) => {
    const row = findKey(name);
    return row === undefined || !keyIsRead(row, build.release);
  });
  return { asked: names.size, unknown };
}
