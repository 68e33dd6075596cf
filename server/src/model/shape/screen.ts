import type { Structure } from './structure';

// Structures of libxl: how a guest's screen is shown.

export const VNC_INFO: Structure = [
  ['enable', 'defbool'],
  ['listen', 'text'],
  ['passwd', 'text'],
  ['display', 'number'],
  ['findunused', 'defbool'],
];

export const SDL_INFO: Structure = [
  ['enable', 'defbool'],
  ['opengl', 'defbool'],
  ['display', 'text'],
  ['xauthority', 'text'],
];
