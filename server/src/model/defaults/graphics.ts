import type { Release } from '../../syntax/release';
import type { Fields } from '../fields';
import { defaultSize, defaults, type Stage, size, structure } from './stage';
import { type Step, step } from './step';

/** The graphics card of an HVM guest and its memory. */
export const GRAPHICS: readonly Step[] = [
  step(card, { types: ['hvm'] }),
  step(oldMemory, { types: ['hvm'], since: 402, until: 403 }),
  step(memory, { types: ['hvm'], since: 404 }),
];

function card({ build, typed }: Stage): void {
  const vga = structure(typed, 'vga');
  if (vga.kind === undefined || vga.kind === 'unknown') {
    vga.kind = build.device_model_version === 'none' ? 'none' : 'cirrus';
  }
}

/** What libxl knows of a card with one device model. */
interface Card {
  /** MiB that it gets when nobody says how many. */
  readonly memory: bigint;
  /** What libxl says of less, and then gives up; absent: it takes any amount. */
  readonly refusal?: string;
}

const NO_CARD: Card = { memory: 0n };

const CARDS: Readonly<Record<string, Card>> = {
  none: NO_CARD,
  qxl: { memory: 128n, refusal: '128 Mib videoram is the minimum for qxl default' },
  std: { memory: 16n, refusal: 'videoram must be at least 16 MB for STDVGA on QEMU_XEN' },
  cirrus: { memory: 8n, refusal: 'videoram must be at least 8 MB for CIRRUS on QEMU_XEN' },
};

const TRADITIONAL_CARDS: Readonly<Record<string, Card>> = {
  none: NO_CARD,
  std: { memory: 8n, refusal: 'videoram must be at least 8 MB for STDVGA on QEMU_XEN_TRADITIONAL' },
  cirrus: { memory: 4n },
};

/** Before this libxl takes a guest without a card for one with a Cirrus card. */
const NO_CARD_SINCE: Release = 405;

function memory(stage: Stage): void {
  const { build, typed, release } = stage;
  const version = build.device_model_version;
  const kind = (typed.vga as Fields).kind as string;
  const place = { key: 'videoram' };
  if (version === 'none') {
    if (kind !== 'none') {
      stage.refuse({ key: 'vga' }, 'guests without a device model cannot have an emulated video card');
    }
    build.video_memkb = 0n;
    return;
  }
  const traditional = version === 'qemu_xen_traditional';
  if (traditional && kind === 'qxl') stage.refuse({ key: 'vga' }, 'qemu upstream required for qxl vga');
  const cards = traditional ? TRADITIONAL_CARDS : CARDS;
  const known = kind === 'none' && release < NO_CARD_SINCE ? undefined : cards[kind];
  const { memory, refusal } = known ?? cards.cirrus!;
  defaultSize(build, 'video_memkb', memory * 1024n);
  const given = size(build, 'video_memkb');
  if (refusal !== undefined && given < memory * 1024n) stage.refuse(place, refusal);
  if (cards === TRADITIONAL_CARDS && (known ?? cards.cirrus) === cards.cirrus && given !== memory * 1024n) {
    stage.warn(place, 'ignoring videoram other than 4 MB for CIRRUS on QEMU_XEN_TRADITIONAL');
  }
}

/** The same before 4.4. */
function oldMemory(stage: Stage): void {
  const { build, typed } = stage;
  const std = (typed.vga as Fields).kind === 'std' && build.device_model_version === 'qemu_xen';
  const least = std ? 16n : 8n;
  defaultSize(build, 'video_memkb', least * 1024n);
  if (size(build, 'video_memkb') >= least * 1024n) return;
  stage.refuse({ key: 'videoram' }, `videoram must be at least ${least} mb${std ? ' with stdvga' : ''}`);
}

/** How the screen of an HVM guest is shown. */
export const SCREEN: readonly Step[] = [step(screen, { types: ['hvm'] })];

function screen({ typed, release }: Stage): void {
  const [vnc, sdl, spice] = ['vnc', 'sdl', 'spice'].map((name) => structure(typed, name)) as [Fields, Fields, Fields];
  defaults(vnc, { enable: true });
  if (vnc.enable) defaults(vnc, { findunused: true, listen: '127.0.0.1' });
  defaults(sdl, { enable: false });
  if (sdl.enable) defaults(sdl, { opengl: false });
  defaults(spice, { enable: false });
  if (spice.enable) {
    defaults(spice, { disable_ticketing: false, agent_mouse: true });
    if (release >= 404) defaults(spice, { vdagent: false, clipboard_sharing: false });
  }
  defaults(typed, { nographic: false, gfx_passthru: false });
}
