import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import { integer, switched, text } from './values';

const LANGUAGE: DeviceLanguage = {
  stopsWithoutEquals: true,
  options: optionTable({
    vnc: switched('enable', 'vnc'),
    vnclisten: text('listen', 'vnc'),
    vncpasswd: text('passwd', 'vnc'),
    vncdisplay: integer('display', 'vnc'),
    vncunused: switched('findunused', 'vnc'),
    keymap: text('keymap'),
    sdl: switched('enable', 'sdl'),
    opengl: switched('opengl', 'sdl'),
    display: text('display', 'sdl'),
    xauthority: text('xauthority', 'sdl'),
  }),
  unknown: (device, at) => device.warn('xl does not know this option and says nothing about it', at),
};

/** Reads the spec of a paravirtual framebuffer as xl 4.1 to 4.22, which never complains about one. */
export function parseVfb(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  return device.spec();
}
