import { atoi } from '../../syntax/strtol';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import { options, specs } from './options';

type Place = readonly [structure: 'vnc' | 'sdl' | undefined, field: string, kind: 'flag' | 'int' | 'text'];

const OPTIONS: Readonly<Record<string, Place>> = {
  vnc: ['vnc', 'enable', 'flag'],
  vnclisten: ['vnc', 'listen', 'text'],
  vncpasswd: ['vnc', 'passwd', 'text'],
  vncdisplay: ['vnc', 'display', 'int'],
  vncunused: ['vnc', 'findunused', 'flag'],
  keymap: [undefined, 'keymap', 'text'],
  sdl: ['sdl', 'enable', 'flag'],
  opengl: ['sdl', 'opengl', 'flag'],
  display: ['sdl', 'display', 'text'],
  xauthority: ['sdl', 'xauthority', 'text'],
};

/** Framebuffers, each with a keyboard. xl stops at the first part without `=` and passes over what it does not know. */
export function vfbs(guest: Guest): void {
  for (const [spec, place] of specs(guest, 'vfb')) {
    const vfb: Fields & { vnc: Fields; sdl: Fields } = { vnc: {}, sdl: {} };
    for (const { name, value } of options(spec, place)) {
      if (value === undefined) break;
      const target = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
      if (!target) continue;
      const [structure, field, kind] = target;
      const fields = structure ? vfb[structure] : vfb;
      fields[field] = kind === 'text' ? value : kind === 'int' ? atoi(value) : atoi(value) !== 0;
    }
    addFramebuffer(guest, vfb);
  }
}

/** Puts a framebuffer to those there are, with the keyboard that belongs to it. */
export function addFramebuffer(guest: Guest, vfb: Fields): void {
  const vfbs = (guest.config.vfbs ?? []) as readonly Fields[];
  const vkbs = (guest.config.vkbs ?? []) as readonly Fields[];
  guest.config.vfbs = [...vfbs, { devid: vfbs.length, ...vfb }];
  guest.config.vkbs = [...vkbs, { devid: vkbs.length }];
}
