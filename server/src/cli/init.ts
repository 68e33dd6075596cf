import { existsSync } from 'node:fs';
import path from 'node:path';
import { encode } from '../syntax/file-bytes';
import type { COMMANDS } from './command-table';
import { print, toFile } from './file-names';
import { GUEST_TYPES, type NewGuest, type NewGuestType, newGuestText, refusal } from './new-guest';
import { releaseOption } from './options';
import { type Ask, askOnTerminal } from './questions';
import { UsageError } from './usage';
import { numberOption, readWords, type Words } from './words';
import { writeWhole } from './write-file';

type Values = Words<(typeof COMMANDS)['init']['options']>['values'];

/** `xencfg init`: writes the file of a new guest. Gives the exit code. */
export async function init(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords('init', words);
  const [file] = positionals;
  if (positionals.length > 1) throw new UsageError('init: name one file');
  if (file !== undefined && !values.force && existsSync(toFile(file))) {
    throw new UsageError(`${file}: exists already; --force replaces it`);
  }
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true ? askOnTerminal() : undefined;
  try {
    const guest = await describe(values, file, terminal?.ask ?? (async (_, usual) => usual));
    const why = refusal(guest);
    if (why !== undefined) throw new UsageError(`init: ${why}`);
    const text = newGuestText(guest);
    if (file === undefined) print(text);
    else writeWhole(file, encode(text));
  } finally {
    terminal?.close();
  }
  return 0;
}

/** Puts together what the options say, and asks for the rest. */
async function describe(values: Values, file: string | undefined, ask: Ask): Promise<NewGuest> {
  const isType = (word: string): word is NewGuestType => GUEST_TYPES.some((one) => one === word);
  const release = releaseOption(values.xen);
  const type = values.type ?? (await ask('Type (pv, pvh, hvm, arm)', release < 410 ? 'pv' : 'pvh', isType));
  if (!isType(type)) throw new UsageError(`init: there is no type ${type}`);
  const usualName = file === undefined ? 'guest' : path.parse(file).name;
  const name = checked('name', values.name ?? (await ask('Name', usualName, isName)), isName);
  const memory = numberOption('memory', values.memory ?? (await ask('Memory in MiB', '1024', isNumber)), 1, 16_777_216);
  const vcpus = numberOption('vcpus', values.vcpus ?? (await ask('Virtual CPUs', '1', isNumber)), 1, 4096);
  const target =
    values.disk.length > 0 ? undefined : await ask('Disk (device or image file; empty for none)', '', isText);
  const disks = values.disk.length > 0 ? values.disk : target === '' || target === undefined ? [] : [target];
  const cdrom = values.cdrom ?? (type === 'hvm' ? await ask('CD image (empty for none)', '', isText) : '');
  const bridge = values.bridge ?? (await ask('Bridge ("none" for no network)', 'xenbr0', isText));
  const kernel = values.kernel ?? (type === 'arm' ? await ask('Kernel', '', isText) : '');
  for (const text of [...disks, cdrom, bridge, kernel, values.ramdisk ?? '']) checked('value', text, isText);
  return {
    type,
    release,
    name,
    memory: memory!,
    vcpus: vcpus!,
    disks,
    ...(cdrom !== '' && { cdrom }),
    ...(bridge !== 'none' && bridge !== '' && { bridge, mac: newMac() }),
    ...(kernel !== '' && { kernel }),
    ...(values.ramdisk !== undefined && { ramdisk: values.ramdisk }),
  };
}

function checked(what: string, text: string, isGood: (text: string) => boolean): string {
  if (!isGood(text)) throw new UsageError(`init: "${text}" cannot be a ${what}`);
  return text;
}

function isName(text: string): boolean {
  return /^[\w.+-]+$/.test(text);
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,7}$/.test(text);
}

/** True for what fits between quotes as it stands. */
function isText(text: string): boolean {
  return !/[\0-\x1f\\]|".*'|'.*"/s.test(text);
}

/** A MAC address of Xen's own range (00:16:3e), so that it stays the same from start to start. */
function newMac(): string {
  const parts = Array.from({ length: 3 }, () => Math.floor(Math.random() * 256));
  return ['00', '16', '3e', ...parts.map((part) => part.toString(16).padStart(2, '0'))].join(':');
}
