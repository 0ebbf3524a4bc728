import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {number | undefined} userId
 * @property {boolean} restrictsNamespaces
 * @property {Record<string, string | undefined>} env
 */

/**
 * The flags Electron needs on this machine, with a sentence for each that the person should know of.
 *
 * @param {Machine} [machine]
 */
export function electronFlags(machine = thisMachine()) {
  if (machine.platform !== 'linux') return { flags: [], sentences: [] }
  const flags = []
  const sentences = []
  if (machine.userId === 0) {
    flags.push('--no-sandbox')
    sentences.push(
      "Chromium's outer sandbox is off, because it refuses to run as root. Start as a plain user to have it.",
    )
  } else if (machine.restrictsNamespaces) {
    flags.push('--no-sandbox')
    sentences.push("Chromium's outer sandbox is off, because this system keeps unprivileged programs from making one.")
  }
  // Without an X server beside it Wayland has to be named.
  if (machine.env['WAYLAND_DISPLAY'] && !machine.env['DISPLAY']) flags.push('--ozone-platform-hint=auto')
  return { flags, sentences }
}

/** @returns {Machine} */
function thisMachine() {
  return {
    platform: process.platform,
    userId: process.getuid?.(),
    restrictsNamespaces:
      setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
      setting('/proc/sys/kernel/unprivileged_userns_clone') === '0',
    env: process.env,
  }
}

/** @param {string} file */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
