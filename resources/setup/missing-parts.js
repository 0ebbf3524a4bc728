import { findCommand } from './find-command.js'
import { run } from './run-command.js'
import { isListed, linkerCache, missingLibraries } from './shared-libraries.js'
import { EMOJI_FONT, LINKED, LOADED_LATER, TEST_DESKTOP, TEXT_FONT, VIRTUAL_DISPLAY } from './system-parts.js'

/** @typedef {import('./system-parts.js').SystemPart} SystemPart */

/** @typedef {'window' | 'virtual-display' | 'test-desktop'} Purpose */

/**
 * What this machine lacks for a purpose. Each purpose includes the ones before it.
 *
 * @param {Purpose} purpose
 * @param {string} executable Electron's
 * @returns {Promise<SystemPart[]>}
 */
export async function missingParts(purpose, executable) {
  if (process.platform !== 'linux') return []
  const commands = {
    window: [],
    'virtual-display': VIRTUAL_DISPLAY,
    'test-desktop': [...VIRTUAL_DISPLAY, ...TEST_DESKTOP],
  }[purpose]
  return [
    ...named(await missingLibraries(executable)),
    ...(await missingLater()),
    ...(await missingFonts()),
    ...commands.filter(({ name }) => findCommand(name) === undefined),
  ]
}

/**
 * The parts behind library names; one that we have no package for is still told.
 *
 * @param {readonly string[]} libraries
 * @returns {SystemPart[]}
 */
export function named(libraries) {
  return libraries.map((name) => LINKED.find((part) => part.name === name) ?? { name, debian: '', needed: true })
}

async function missingLater() {
  const cache = await linkerCache()
  return cache === undefined ? [] : LOADED_LATER.filter(({ name }) => !isListed(cache, name))
}

async function missingFonts() {
  const list = findCommand('fc-list')
  const families = list === undefined ? '' : (await run(list, [':', 'family'], { output: 'capture' })).output
  return fontsMissingFrom(families)
}

/**
 * @param {string} families one font family a line
 * @returns {SystemPart[]}
 */
export function fontsMissingFrom(families) {
  const names = families.split('\n').filter((name) => name.trim() !== '')
  const isEmoji = (/** @type {string} */ name) => /emoji/i.test(name)
  return [...(names.every(isEmoji) ? [TEXT_FONT] : []), ...(names.some(isEmoji) ? [] : [EMOJI_FONT])]
}
