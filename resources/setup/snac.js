import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findCommand } from './find-command.js'
import { cacheFolder } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'
import { missingLibraries } from './shared-libraries.js'

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/**
 * Finds snac, a small server that speaks Mastodon's API: the system's own, else Debian's package unpacked into the
 * cache, with nothing installed and the system's sources left as they are. It is for tests alone, so without it they go
 * on; the sentence says why it is not there.
 *
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function ensureSnac() {
  const installed = findCommand('snac')
  if (installed !== undefined) return { path: installed }
  const release = debianRelease()
  if (release === undefined || findCommand('apt-get') === undefined || findCommand('dpkg') === undefined) {
    return { missing: 'snac is not installed, and only Debian has a package to unpack.' }
  }
  // What is built for one release need not run on the next.
  const folder = join(cacheFolder(), `snac-${release}`)
  if (!existsSync(folder)) {
    const trouble = await fetchInto(folder, release)
    if (trouble !== undefined) return { missing: trouble }
  }
  const path = join(folder, 'usr', 'bin', 'snac')
  const lacking = await missingLibraries(path)
  return lacking.length === 0 ? { path } : { missing: `snac needs ${lacking.join(', ')}, which this system lacks.` }
}

/**
 * @param {string} folder
 * @param {string} release Debian's code name
 * @returns {Promise<string | undefined>} why there is none
 */
async function fetchInto(folder, release) {
  say('Fetching snac, a server that speaks the API of Mastodon, for the tests.')
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'snac-in-the-making-'))
  try {
    const trouble = await unpackPackage(release, work)
    if (trouble !== undefined) return trouble
    await rename(join(work, 'root'), folder).catch((error) => {
      // Someone else was quicker: theirs is as good.
      if (!existsSync(folder)) throw error
    })
    return undefined
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} release
 * @param {string} work
 * @returns {Promise<string | undefined>}
 */
async function unpackPackage(release, work) {
  const sources = join(work, 'sources.list')
  const lines = [release, `${release}-backports`].map(
    (suite) => `deb [signed-by=${KEYRING}] http://deb.debian.org/debian ${suite} main\n`,
  )
  await writeFile(sources, lines.join(''))
  await mkdir(join(work, 'lists', 'partial'), { recursive: true })
  await mkdir(join(work, 'cache', 'archives', 'partial'), { recursive: true })
  const own = {
    'Dir::Etc::SourceList': sources,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State::Lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
  }
  const options = Object.entries(own).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  for (const command of [['update'], ['download', 'snac2']]) {
    const { code } = await run('apt-get', ['-q', ...options, ...command], { cwd: work, output: 'capture' })
    if (code !== 0 && command[0] === 'download') return "Debian's package snac2 could not be downloaded."
  }
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'))
  if (archive === undefined) return "Debian's package snac2 could not be downloaded."
  const { code } = await run('dpkg', ['-x', archive, 'root'], { cwd: work, output: 'capture' })
  return code === 0 ? undefined : "Debian's package snac2 could not be unpacked."
}

/** The code name of the Debian this is; undefined on anything else. */
function debianRelease() {
  try {
    const about = readFileSync('/etc/os-release', 'utf8')
    return /^ID=debian$/m.test(about) ? /^VERSION_CODENAME=(\w+)$/m.exec(about)?.[1] : undefined
  } catch {
    return undefined
  }
}
