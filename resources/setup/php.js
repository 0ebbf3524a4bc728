import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianRelease, unpackDebianPackages } from './debian-packages.js'
import { findCommand } from './find-command.js'
import { cacheFolder } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'

/** The PHP of each release of Debian that is known. */
const VERSIONS = new Map([
  ['bookworm', '8.2'],
  ['trixie', '8.4'],
])

/** What WordPress on SQLite needs beside what is built in. */
const EXTENSIONS = ['ctype', 'fileinfo', 'iconv', 'tokenizer', 'pdo', 'pdo_sqlite', 'sqlite3']

/** Libraries that PHP is linked with, and not every system has. */
const LIBRARIES = ['libargon2-1', 'libbsd0', 'libedit2', 'libmd0', 'libsodium23', 'libxml2']

/**
 * Finds PHP with SQLite: the system's own, else Debian's packages unpacked into the cache. It is for tests alone, so
 * without it they go on; the sentence says why it is not there.
 *
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function ensurePhp() {
  const installed = findCommand('php')
  if (installed !== undefined && (await knowsSqlite(installed))) return { path: installed }
  const release = debianRelease()
  const version = VERSIONS.get(release ?? '')
  if (release === undefined || version === undefined) {
    return { missing: 'PHP with SQLite is not installed, and there is no package to unpack for this system.' }
  }
  const folder = join(cacheFolder(), `php-${version}-${release}`)
  const path = join(folder, 'php')
  if (!existsSync(path)) {
    say('Fetching PHP, in which WordPress is written, for the tests.')
    const parts = ['cli', 'common', 'opcache', 'sqlite3'].map((part) => `php${version}-${part}`)
    const trouble = existsSync(folder)
      ? undefined
      : await unpackDebianPackages({ folder, release, names: [...parts, ...LIBRARIES] })
    if (trouble !== undefined) return { missing: trouble }
    await writeFile(path, launcher(folder, version), { mode: 0o755 })
  }
  return (await knowsSqlite(path)) ? { path } : { missing: 'The PHP of Debian that was unpacked does not run here.' }
}

/** @param {string} php */
async function knowsSqlite(php) {
  const all = EXTENSIONS.map((name) => `extension_loaded("${name}")`).join(' && ')
  return (await run(php, ['-r', `exit(${all} ? 0 : 1);`], { output: 'capture' })).code === 0
}

/**
 * Unpacked packages are not where they expect to be: this tells them where their parts are.
 *
 * @param {string} folder
 * @param {string} version
 */
function launcher(folder, version) {
  const modules = join(folder, 'usr', 'lib', 'php')
  const api = readdirSync(modules).find((name) => /^\d+$/.test(name)) ?? ''
  const libraries = ['usr/lib', 'lib'].flatMap((lib) => {
    const place = join(folder, lib)
    return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : []
  })
  const loaded = EXTENSIONS.map((name) => `-d extension=${name}`).join(' ')
  return `#!/bin/sh
export LD_LIBRARY_PATH="${libraries.filter((place) => place.endsWith('-linux-gnu')).join(':')}"
exec "${join(folder, 'usr', 'bin', `php${version}`)}" -n -d "extension_dir=${join(modules, api)}" ${loaded} -d zend_extension=opcache "$@"
`
}
