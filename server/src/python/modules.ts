import { toBytes } from './bytes';
import { type Arguments, firstUnknown } from './calls';
import { copied } from './copies';
import { raiseFrom } from './exception-classes';
import type { Machine } from './machine';
import { callMath } from './maths';
import { hashOf } from './number-functions';
import { callParameters } from './parameters';
import { callPath } from './paths';
import { callPattern } from './patterns';
import { callSocket } from './sockets';
import { callStringModule } from './string-module';
import { NONE, str, tuple, unknown, type Value } from './values';

/** Calls a function of a module; undefined when it is one that is not evaluated. */
export function callModule(machine: Machine, name: string, given: Arguments): Value | undefined {
  if (name === 'os.uname') {
    machine.assume('os.uname() is that of an x86_64 Linux host', given.node);
    const host = unknown('it depends on the host name and kernel of the machine where xm ran', given.node);
    return tuple([str('Linux'), host, host, host, str('x86_64')]);
  }
  if (name === 'os.getcwd' && machine.folder !== undefined) {
    machine.assume(`os.getcwd() is the file's folder, '${machine.folder}'`, given.node);
    return str(toBytes(machine.folder));
  }
  if (name.startsWith('xm_vars.')) return callParameters(machine, name.slice(8), given);
  if (name === 'random.seed' && given.positional[0]) hashOf(given.positional[0]);
  if (/^(sys\.std(out|err)\.|time\.sleep$|random\.seed$)/.test(name)) return NONE;
  if (name === 'sys.exit') throw raiseFrom('SystemExit', given.positional);
  const hidden = firstUnknown(given);
  if (hidden) return hidden;
  if (name.startsWith('string.')) return callStringModule(machine, name.slice(7), given);
  if (name.startsWith('re.')) return callPattern(machine, name.slice(3), given);
  if (given.named.size > 0) return undefined;
  if (name.startsWith('os.path.')) return callPath(name.slice(8), given.positional);
  if (name.startsWith('math.')) return callMath(name.slice(5), given.positional);
  if (name.startsWith('socket.')) return callSocket(name.slice(7), given.positional);
  if (name.startsWith('copy.'))
    return given.positional.length === 1 ? copied(given.positional[0]!, name === 'copy.deepcopy') : undefined;
  return undefined;
}
