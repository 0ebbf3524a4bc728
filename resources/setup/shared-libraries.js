import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findCommand } from './find-command.js'
import { run } from './run-command.js'

/**
 * The names of the shared libraries that `ldd` did not find.
 *
 * @param {string} lddOutput
 */
export function missingFrom(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => /** @type {string} */ (match[1]))
}

/**
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(executable) {
  const ldd = findCommand('ldd')
  // Without ldd (musl, say) nothing can be told beforehand.
  if (ldd === undefined) return []
  const { output } = await run(ldd, [executable], { output: 'capture' })
  return missingFrom(output).filter((name) => !existsSync(join(dirname(executable), name)))
}

/**
 * Whether the dynamic linker knows these libraries, for those that a program opens only while it runs.
 *
 * @param {string} ldconfigOutput
 * @param {string} name
 */
export function isListed(ldconfigOutput, name) {
  return ldconfigOutput.split('\n').some((line) => line.trim().startsWith(`${name} `))
}

export async function linkerCache() {
  const ldconfig = findCommand('ldconfig')
  return ldconfig === undefined ? undefined : (await run(ldconfig, ['-p'], { output: 'capture' })).output
}
