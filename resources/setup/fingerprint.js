import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One short text that stands for the content of these files and folders: the same content, the same text, whatever the
 * dates say (a checkout or a copy sets them anew). A few hundred sources take some 20 ms.
 *
 * @param {readonly string[]} paths relative to `base`; what does not exist counts as such
 * @param {string} base
 */
export function fingerprint(paths, base) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => filesUnder(each, base))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(base, path)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

/**
 * @param {string} path
 * @param {string} base
 * @returns {string[]}
 */
function filesUnder(path, base) {
  const full = join(base, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  const names = readdirSync(full)
    .filter((name) => name !== 'node_modules')
    .toSorted()
  return names.flatMap((name) => filesUnder(`${path}/${name}`, base))
}
