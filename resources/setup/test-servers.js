import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.js'
import { node24Environment } from './node-24.js'
import { npmEnvironment } from './npm-environment.js'
import { cacheFolder, root } from './places.js'
import { run } from './run-command.js'
import { say, secondsSince } from './say.js'
import { SetupFailure } from './setup-failure.js'

const FILES = ['package.json', 'package-lock.json']
const SOURCE = join(root, 'test', 'servers')

/**
 * Installs the real channel servers the tests publish to, into a folder of the cache that stands for exactly these
 * versions.
 *
 * @returns {Promise<string>} the folder with their node_modules
 */
export async function ensureTestServers() {
  const folder = join(cacheFolder(), `test-servers-${fingerprint(FILES, SOURCE)}`)
  if (existsSync(folder)) return folder
  const startedAt = performance.now()
  say('Installing the servers that the tests publish to.')
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'test-servers-in-the-making-'))
  try {
    for (const file of FILES) await cp(join(SOURCE, file), join(work, file))
    await install(work)
    await rename(work, folder).catch((error) => {
      // Someone else was quicker: theirs is as good.
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  say(`Test servers installed in ${secondsSince(startedAt)}.`)
  return folder
}

/** @param {string} folder */
async function install(folder) {
  // Nothing is compiled: what is native in there comes ready made.
  const { code } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: node24Environment(npmEnvironment()),
    output: 'to-stderr',
    stillAtIt: 'Still installing test servers',
  })
  if (code === 0) return
  throw new SetupFailure('"npm ci" could not install the test servers; what it said is above.')
}
