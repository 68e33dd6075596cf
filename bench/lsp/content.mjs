// Guests as data, and the same guests as xl configuration, JSON, YAML and shell variables: one line for one line.

/** A list of strings of about that many items. */
function items(count, item) {
  return Array.from({ length: count }, (_, index) => item(index));
}

const hex = (number) => number.toString(16).padStart(2, '0');

/** A guest with lists of so many items in all. */
function guest(index, listed) {
  const disks = Math.ceil(listed / 2);
  const mac = (nic) => `00:16:3e:${hex(index % 256)}:${hex(nic >> 8)}:${hex(nic % 256)}`;
  return {
    name: `shop${index}`,
    type: 'hvm',
    firmware: 'uefi',
    memory: 8192,
    maxmem: 16384,
    vcpus: 4,
    maxvcpus: 8,
    cpus: '4-11',
    cpu_weight: 512,
    cap: 0,
    boot: 'cd',
    bios: 'ovmf',
    device_model_version: 'qemu-xen',
    xen_platform_pci: 1,
    pae: 1,
    acpi: 1,
    apic: 1,
    nx: 1,
    hap: 1,
    nestedhvm: 0,
    hpet: 1,
    timer_mode: 1,
    localtime: 1,
    rtc_timeoffset: 0,
    shadow_memory: 96,
    vga: 'stdvga',
    videoram: 16,
    vnc: 1,
    vnclisten: '127.0.0.1',
    vncdisplay: 12,
    vncunused: 0,
    keymap: 'de',
    sdl: 0,
    serial: 'pty',
    usb: 1,
    usbdevice: ['tablet'],
    soundhw: 'hda',
    viridian: ['defaults', '!apic_assist'],
    on_poweroff: 'destroy',
    on_reboot: 'restart',
    on_watchdog: 'restart',
    on_crash: 'preserve',
    disk: items(disks, (disk) => `/dev/vg0/shop-${disk},raw,xvd${letters(disk)},rw`),
    vif: items(listed - disks, (nic) => `mac=${mac(nic)},bridge=xenbr0`),
  };
}

/** a to z, then aa to zz, and so on, as disks are named. */
function letters(number) {
  const rest = Math.floor(number / 26) - 1;
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(97 + (number % 26));
}

/** The lines that a guest takes: one for a scalar and for an item, two around a list. */
function height(of) {
  return Object.values(of).reduce((sum, value) => sum + (Array.isArray(value) ? value.length + 2 : 1), 0);
}

const bare = height(guest(0, 0));

/** What is measured: `one guest` of so many lines, or `guests` of 60 lines each, one behind another. */
export const CONTENTS = {
  'one guest': (lines) => [guest(0, lines - bare)],
  guests: (lines) => Array.from({ length: Math.round(lines / 60) }, (_, index) => guest(index, 60 - bare)),
};

const quoted = (value) => (typeof value === 'number' ? String(value) : `"${value}"`);

/** How each language writes a guest: what stands before and behind it, a scalar, a list and its items. */
export const LANGUAGES = {
  xl: {
    extension: 'cfg',
    id: 'xen-cfg',
    scalar: (name, value) => `${name} = ${quoted(value)}`,
    list: (name) => [`${name} = [`, ']'],
    item: (value) => `    ${quoted(value)},`,
  },
  json: {
    extension: 'json',
    id: 'json',
    text: ['[', ']'],
    guest: ['{', '}'],
    scalar: (name, value) => `  "${name}": ${quoted(value)}`,
    list: (name) => [`  "${name}": [`, '  ]'],
    item: (value) => `    ${quoted(value)}`,
    between: ',',
  },
  yaml: {
    extension: 'yaml',
    id: 'yaml',
    guest: ['-'],
    scalar: (name, value) => `  ${name}: ${quoted(value)}`,
    list: (name) => [`  ${name}: [`, '  ]'],
    item: (value) => `    ${quoted(value)},`,
  },
  shell: {
    extension: 'sh',
    id: 'shellscript',
    text: ['#!/bin/bash'],
    scalar: (name, value) => `${name}=${quoted(value)}`,
    list: (name) => [`${name}=(`, ')'],
    item: (value) => `    ${quoted(value)}`,
  },
};

/**
 * Guests in a language, and the places in it: `values`, behind the last character of a value and before its quote, and
 * `keys`, the beginnings of lines on which a key may stand.
 */
export function write(language, guests) {
  const { text: around = [], guest: frame = [], scalar, list, item, between = '' } = language;
  const lines = around.slice(0, 1);
  const values = [];
  const keys = [];
  const put = (line, isValue) => {
    if (isValue) values.push({ line: lines.length, character: line.replace(/["',]*$/, '').length });
    lines.push(line);
  };
  for (const [index, of] of guests.entries()) {
    lines.push(...frame.slice(0, 1));
    const settings = Object.entries(of);
    for (const [at, [name, value]] of settings.entries()) {
      const comma = at < settings.length - 1 ? between : '';
      keys.push({ line: lines.length, character: 0 });
      if (!Array.isArray(value)) put(scalar(name, value) + comma, true);
      else {
        const [open, close] = list(name);
        lines.push(open);
        for (const [number, one] of value.entries()) put(item(one) + (number < value.length - 1 ? between : ''), true);
        lines.push(close + comma);
      }
    }
    lines.push(...frame.slice(1).map((line) => line + (index < guests.length - 1 ? between : '')));
  }
  lines.push(...around.slice(1));
  return { text: `${lines.join('\n')}\n`, values, keys };
}
