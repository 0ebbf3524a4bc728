import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.js'
import { checkStep } from './step.js'
import { runTool } from './tool.js'

const MAY_HOLD_SETTINGS = ['src-main', 'src-preload', 'src-renderer', 'resources', 'test']

/** What can be said of the code without running it. */
export const checkSteps = [
  checkStep('format', () => tool('oxfmt', '--check')),
  checkStep('lint', () => tool('oxlint', '--type-aware', '--deny-warnings')),
  checkStep('types', checkTypes),
  checkStep('unused code', () => tool('knip')),
]

/**
 * @param {string} name
 * @param {...string} args
 */
async function tool(name, ...args) {
  return (await runTool(name, args)).code
}

/** Each part is checked with its own settings: what is allowed in one (the DOM, Node) is not there in another. */
async function checkTypes() {
  const folders = MAY_HOLD_SETTINGS.flatMap((folder) => [folder, ...subfolders(folder)])
  const settings = folders.map((folder) => `${folder}/tsconfig.json`).filter((file) => existsSync(join(root, file)))
  let worst = 0
  for (const file of settings) {
    const { code } = await runTool('typescript', ['--project', file])
    worst = Math.max(worst, code)
  }
  return settings.length > 0 ? worst : 1
}

/** @param {string} folder */
function subfolders(folder) {
  const entries = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : []
  return entries.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`)
}
