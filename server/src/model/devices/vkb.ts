import { matchMember } from '../../schema/enums';
import { strtoul } from '../../syntax/strtol';
import { type Fields, uint32 } from '../fields';
import type { Guest } from '../guest';
import type { Place } from '../message';
import { options, specs } from './options';

const FLAGS: Readonly<Record<string, string>> = {
  'feature-disable-keyboard': 'feature_disable_keyboard',
  'feature-disable-pointer': 'feature_disable_pointer',
  'feature-abs-pointer': 'feature_abs_pointer',
  'feature-raw-pointer': 'feature_raw_pointer',
  'feature-multi-touch': 'feature_multi_touch',
};

const NUMBERS: Readonly<Record<string, string>> = {
  'multi-touch-width': 'multi_touch_width',
  'multi-touch-height': 'multi_touch_height',
  'multi-touch-num-contacts': 'multi_touch_num_contacts',
  width: 'width',
  height: 'height',
};

const TOUCH = ['multi_touch_width', 'multi_touch_height', 'multi_touch_num_contacts'];

/** PV keyboards and pointers, after those that framebuffers bring along. */
export function vkbs(guest: Guest): void {
  const keyboards = [...((guest.config.vkbs ?? []) as readonly Fields[])];
  for (const [spec, place] of specs(guest, 'vkb')) {
    const keyboard: Fields = { devid: keyboards.length };
    for (const { name, value, text, place: at } of options(spec, place)) {
      readOption(guest, name, value, text, at, keyboard);
    }
    check(guest, place, keyboard);
    keyboards.push(keyboard);
  }
  if (keyboards.length > 0) guest.config.vkbs = keyboards;
}

function readOption(guest: Guest, name: string, value: string | undefined, text: string, at: Place, keyboard: Fields) {
  const flag = FLAGS[name];
  const number = NUMBERS[name];
  if (value === undefined) guest.refuse(at, `Unknown string "${text}" in vkb spec`);
  if (name === 'backend') keyboard.backend_domname = value;
  else if (name === 'unique-id') keyboard.unique_id = value;
  else if (name === 'backend-type') {
    const member = matchMember('vkb_backend', value, guest.release);
    if (!member) guest.refuse(at, `Unknown backend_type "${value}" in vkb spec`);
    keyboard.backend_type = member.value;
  } else if (flag !== undefined) keyboard[flag] = strtoul(value, 0).value !== 0n;
  else if (number !== undefined) keyboard[number] = uint32(strtoul(value, 0).value);
  else guest.refuse(at, `Unknown string "${text}" in vkb spec`);
}

function check(guest: Guest, place: Place, keyboard: Fields): void {
  const backend = keyboard.backend_type;
  if (backend === undefined || backend === 'unknown') {
    guest.refuse(place, 'backend-type should be set in vkb spec');
  }
  if (TOUCH.some((field) => keyboard[field])) keyboard.feature_multi_touch = true;
  else if (keyboard.feature_multi_touch) {
    const names = 'multi-touch-width, multi-touch-height, multi-touch-num-contacts';
    guest.refuse(place, `${names} should be set for multi touch in vkb spec`);
  }
}
