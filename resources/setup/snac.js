import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { debianRelease, unpackDebianPackages } from './debian-packages.js'
import { findCommand } from './find-command.js'
import { cacheFolder } from './places.js'
import { say } from './say.js'
import { missingLibraries } from './shared-libraries.js'

/**
 * Finds snac, a small server that speaks Mastodon's API: the system's own, else Debian's package unpacked into the
 * cache. It is for tests alone, so without it they go on; the sentence says why it is not there.
 *
 * @returns {Promise<{ path: string } | { missing: string }>}
 */
export async function ensureSnac() {
  const installed = findCommand('snac')
  if (installed !== undefined) return { path: installed }
  const release = debianRelease()
  if (release === undefined) return { missing: 'snac is not installed, and only Debian has a package to unpack.' }
  // What is built for one release need not run on the next.
  const folder = join(cacheFolder(), `snac-${release}`)
  if (!existsSync(folder)) {
    say('Fetching snac, a server that speaks the API of Mastodon, for the tests.')
    const trouble = await unpackDebianPackages({ folder, release, names: ['snac2'] })
    if (trouble !== undefined) return { missing: trouble }
  }
  const path = join(folder, 'usr', 'bin', 'snac')
  const lacking = await missingLibraries(path)
  return lacking.length === 0 ? { path } : { missing: `snac needs ${lacking.join(', ')}, which this system lacks.` }
}
