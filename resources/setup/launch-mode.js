import { SetupFailure } from './setup-failure.js'

/**
 * @typedef {object} LaunchMode
 * @property {'desktop' | 'headless'} mode
 * @property {'own' | 'virtual'} display
 * @property {string} why the one line for the person
 */

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * How to start Posthorn here.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.Platform} [platform]
 * @param {Environment} [env]
 * @returns {LaunchMode}
 */
export function launchMode(args, platform = process.platform, env = process.env) {
  const insistsOnDesktop = args.includes('--desktop')
  const insistsOnHeadless = args.includes('--headless')
  if (insistsOnDesktop && insistsOnHeadless) {
    throw new SetupFailure('--desktop and --headless cannot both be had. Leave one out.')
  }
  if (insistsOnHeadless) return { mode: 'headless', display: 'own', why: 'Starting headless, as asked.' }

  const { has, reason } = display(platform, env)
  if (has) return { mode: 'desktop', display: 'own', why: `Starting the desktop app: ${reason}.` }
  if (!insistsOnDesktop) return { mode: 'headless', display: 'own', why: `Starting headless: ${reason}.` }
  if (platform !== 'linux') return { mode: 'desktop', display: 'own', why: 'Starting the desktop app, as asked.' }
  return { mode: 'desktop', display: 'virtual', why: `Starting the desktop app under Xvfb, unseen: ${reason}.` }
}

/**
 * @param {NodeJS.Platform} platform
 * @param {Environment} env
 */
function display(platform, env) {
  if (platform === 'linux') {
    const name = env['DISPLAY'] || env['WAYLAND_DISPLAY']
    if (name) return { has: true, reason: `there is a display (${name})` }
    return { has: false, reason: 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)' }
  }
  const remote = ['SSH_CONNECTION', 'SSH_TTY', 'CI'].find((name) => env[name])
  if (remote) return { has: false, reason: `nobody sits before this machine's screen (${remote} is set)` }
  return { has: true, reason: 'this machine has a screen' }
}
