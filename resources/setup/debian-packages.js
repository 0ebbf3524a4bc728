import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findCommand } from './find-command.js'
import { cacheFolder } from './places.js'
import { run } from './run-command.js'

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/**
 * The code name of the Debian whose packages can be unpacked here; undefined where there are none, or no tools for them.
 *
 * @returns {string | undefined}
 */
export function debianRelease() {
  if (findCommand('apt-get') === undefined || findCommand('dpkg') === undefined) return undefined
  try {
    const about = readFileSync('/etc/os-release', 'utf8')
    return /^ID=debian$/m.test(about) ? /^VERSION_CODENAME=(\w+)$/m.exec(about)?.[1] : undefined
  } catch {
    return undefined
  }
}

/**
 * Unpacks packages of Debian into a folder of the cache, with nothing installed and the system's sources left as they are.
 *
 * @param {{ folder: string, release: string, names: string[] }} wanted
 * @returns {Promise<string | undefined>} why there is none
 */
export async function unpackDebianPackages({ folder, release, names }) {
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'packages-in-the-making-'))
  try {
    const trouble = await unpackInto(work, release, names)
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
 * @param {string} work
 * @param {string} release
 * @param {string[]} names
 * @returns {Promise<string | undefined>}
 */
async function unpackInto(work, release, names) {
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
  const what = names.length === 1 ? `Debian's package ${names[0]}` : `Debian's packages ${names.join(', ')}`
  await run('apt-get', ['-q', ...options, 'update'], { cwd: work, output: 'capture' })
  const { code } = await run('apt-get', ['-q', ...options, 'download', ...names], { cwd: work, output: 'capture' })
  const archives = (await readdir(work)).filter((name) => name.endsWith('.deb'))
  if (code !== 0 || archives.length < names.length) return `${what} could not be downloaded.`
  for (const archive of archives) {
    const unpacked = await run('dpkg', ['-x', archive, 'root'], { cwd: work, output: 'capture' })
    if (unpacked.code !== 0) return `${what} could not be unpacked.`
  }
  return undefined
}
