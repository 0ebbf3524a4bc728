import { findCommand } from './find-command.js'
import { run } from './run-command.js'

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
 * @param {Machine} machine
 */
export function electronFlags(machine) {
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

/** @returns {Promise<Machine>} */
export async function thisMachine() {
  const userId = process.getuid?.()
  const matters = process.platform === 'linux' && userId !== 0
  const restrictsNamespaces = matters && !(await canMakeNamespaces())
  return { platform: process.platform, userId, restrictsNamespaces, env: process.env }
}

/** Asked by trying, for there are many ways to forbid it: kernel settings, AppArmor, containers. */
async function canMakeNamespaces() {
  const unshare = findCommand('unshare')
  if (unshare === undefined) return true
  return (await run(unshare, ['--user', '--map-root-user', 'true'], { output: 'capture' })).code === 0
}
