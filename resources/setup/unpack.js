import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from './run-command.js'
import { SetupFailure } from './setup-failure.js'

/**
 * Refuses a file that is not, to the last byte, the one that was meant.
 *
 * @param {string} file
 * @param {string} integrity as npm writes it: sha512-BASE64
 */
export async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` === integrity) return
  await rm(file)
  throw new SetupFailure('What was downloaded is not what was published, so it was thrown away. Try again.')
}

/**
 * Takes one file out of a .tgz, which is deleted then.
 *
 * @param {string} tarball
 * @param {string} name
 * @param {string} folder
 */
export async function unpackFromTar(tarball, name, folder) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder, name], { output: 'capture' })
  if (code !== 0) throw new SetupFailure(`A download could not be unpacked with tar: ${output.trim()}`)
  await rm(tarball)
  return join(folder, name)
}

/**
 * Unpacks what `placeOf` gives a place to, with the run bits.
 *
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} placeOf
 */
export async function unpackZip(zip, folder, placeOf) {
  // Not at the top of the file: set-up is loaded before there is a node_modules.
  // @ts-ignore: it comes without types
  const { openPromise } = await import('yauzl')
  const archive = await openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    const place = placeOf(entry.fileName)
    if (place === undefined || entry.fileName.endsWith('/')) continue
    const target = join(folder, place)
    await mkdir(dirname(target), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }))
  }
}
