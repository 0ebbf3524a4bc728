import { readFileSync } from 'node:fs'
import { findCommand } from './find-command.js'
import { missingParts } from './missing-parts.js'
import { run } from './run-command.js'
import { say, secondsSince } from './say.js'
import { SetupFailure } from './setup-failure.js'

/** @typedef {import('./system-parts.js').SystemPart} SystemPart */

/**
 * Sees to it that the operating system has what Electron and the purpose need: as root on Debian and its kin by
 * installing it, else by saying how.
 *
 * @param {import('./missing-parts.js').Purpose} purpose
 * @param {string} executable Electron's
 */
export async function ensureSystemLibraries(purpose, executable) {
  const missing = await missingParts(purpose, executable)
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && findCommand('apt-get') !== undefined) await install(missing, purpose)
  const left = await missingParts(purpose, executable)
  if (left.some((part) => part.needed)) throw new SetupFailure(advice(left))
  if (left.length > 0) say(`${advice(left)} It works without, only less well.`)
}

/**
 * The sentence for what is missing, with the one command that installs it.
 *
 * @param {readonly SystemPart[]} parts
 * @param {boolean} [debian]
 */
export function advice(parts, debian = isDebianLike()) {
  const names = [...new Set(parts.map((part) => part.name))].join(', ')
  const packages = packagesOf(parts).join(' ')
  return debian
    ? `This system lacks ${names}. Run: sudo apt-get update && sudo apt-get install -y ${packages}`
    : `This system lacks ${names}. Install them with your system's package manager (Debian calls the packages ${packages}).`
}

/** @param {readonly SystemPart[]} parts */
export function packagesOf(parts) {
  return [...new Set(parts.map((part) => part.debian).filter((name) => name !== ''))].toSorted()
}

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/**
 * @param {readonly SystemPart[]} parts
 * @param {import('./missing-parts.js').Purpose} purpose
 */
async function install(parts, purpose) {
  const startedAt = performance.now()
  const user = purpose === 'test-desktop' ? 'the desktop tests' : "the app's window"
  say(`Installing system packages for ${user}: ${packagesOf(parts).join(', ')}.`)
  const updated = await apt('update')
  const installed = await apt('install', '--yes', '--no-install-recommends', ...(await currentNames(packagesOf(parts))))
  if (installed.code !== 0) say(`${updated.code === 0 ? '' : updated.output}${installed.output}`)
  else say(`Installed in ${secondsSince(startedAt)}.`)
}

/** @param {...string} args */
function apt(...args) {
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Options::=--force-confold', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: 'capture',
    stillAtIt: 'Still installing system packages',
  })
}

/**
 * Newer releases have renamed some libraries (libasound2 became libasound2t64), and the old name alone no longer does.
 *
 * @param {readonly string[]} packages
 */
async function currentNames(packages) {
  const { output } = await run('apt-cache', ['pkgnames'], { output: 'capture' })
  const known = new Set(output.split('\n'))
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}
