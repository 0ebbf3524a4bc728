import { unseenDesktop, within } from './desktop-surroundings.js'
import { electronFlags, thisMachine } from './electron-flags.js'
import { root } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'

/**
 * Runs the built app until it is quit.
 *
 * @param {string} executable
 * @param {'own' | 'virtual'} display
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function startDesktop(executable, display, args) {
  const { flags, sentences } = electronFlags(await thisMachine())
  for (const sentence of sentences) say(sentence)
  const unseen = display === 'virtual'
  // A screen that is not there has no graphics card either.
  const all = [...flags, ...(unseen ? ['--disable-gpu'] : []), root, ...args]
  const env = { ...process.env }
  // Set by editors that are Electron apps themselves; with it no window would open.
  delete env['ELECTRON_RUN_AS_NODE']
  const { code } = await within(unseen ? unseenDesktop() : [], env, (inside) => run(executable, all, { env: inside }))
  return code
}
