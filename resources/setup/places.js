import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: the folder that holds package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Where large things that can be had again are kept, outside the checkout, so that a second clone or a clean build need
 * not fetch them once more.
 *
 * @param {NodeJS.Platform} [platform]
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [home]
 */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
  const chosen = env['XDG_CACHE_HOME']
  if (chosen && isAbsolute(chosen)) return join(chosen, 'posthorn')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'posthorn')
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'posthorn', 'Cache')
  return join(home, '.cache', 'posthorn')
}
