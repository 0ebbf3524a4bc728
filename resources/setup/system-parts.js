/**
 * @typedef {object} SystemPart something of the operating system that Posthorn uses but does not bring along
 * @property {string} name a shared library, a command, or a kind of font
 * @property {string} debian the Debian package it is in
 * @property {boolean} needed whether nothing starts without it; else something is merely less good
 */

/** @type {(name: string, debian: string, needed?: boolean) => SystemPart} */
const part = (name, debian, needed = true) => ({ name, debian, needed })

/** What Electron is linked against. */
export const LINKED = [
  part('libgtk-3.so.0', 'libgtk-3-0'),
  part('libgdk-3.so.0', 'libgtk-3-0'),
  part('libnss3.so', 'libnss3'),
  part('libnssutil3.so', 'libnss3'),
  part('libsmime3.so', 'libnss3'),
  part('libnspr4.so', 'libnspr4'),
  part('libasound.so.2', 'libasound2'),
  part('libgbm.so.1', 'libgbm1'),
  part('libdrm.so.2', 'libdrm2'),
  part('libatk-1.0.so.0', 'libatk1.0-0'),
  part('libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'),
  part('libatspi.so.0', 'libatspi2.0-0'),
  part('libcups.so.2', 'libcups2'),
  part('libxkbcommon.so.0', 'libxkbcommon0'),
  part('libpango-1.0.so.0', 'libpango-1.0-0'),
  part('libcairo.so.2', 'libcairo2'),
  part('libdbus-1.so.3', 'libdbus-1-3'),
  part('libexpat.so.1', 'libexpat1'),
  part('libglib-2.0.so.0', 'libglib2.0-0'),
  part('libgobject-2.0.so.0', 'libglib2.0-0'),
  part('libgio-2.0.so.0', 'libglib2.0-0'),
  part('libudev.so.1', 'libudev1'),
  part('libX11.so.6', 'libx11-6'),
  part('libxcb.so.1', 'libxcb1'),
  part('libXcomposite.so.1', 'libxcomposite1'),
  part('libXdamage.so.1', 'libxdamage1'),
  part('libXext.so.6', 'libxext6'),
  part('libXfixes.so.3', 'libxfixes3'),
  part('libXrandr.so.2', 'libxrandr2'),
]

/** What Electron looks for while it runs: notifications and the keychain. */
export const LOADED_LATER = [
  part('libnotify.so.4', 'libnotify4', false),
  part('libsecret-1.so.0', 'libsecret-1-0', false),
]

export const TEXT_FONT = part('a font', 'fonts-dejavu-core')
export const EMOJI_FONT = part('an emoji font', 'fonts-noto-color-emoji', false)

/** For a window where there is no screen. */
export const VIRTUAL_DISPLAY = [part('Xvfb', 'xvfb'), part('dbus-daemon', 'dbus'), part('dbus-send', 'dbus')]

/** For a whole desktop around the tests: something to show notifications, and a keychain. */
export const TEST_DESKTOP = [
  part('dunst', 'dunst'),
  part('dunstctl', 'dunst'),
  // dunstctl asks through it what was shown.
  part('busctl', 'systemd'),
  part('notify-send', 'libnotify-bin'),
  part('gnome-keyring-daemon', 'gnome-keyring'),
  part('secret-tool', 'libsecret-tools'),
]
