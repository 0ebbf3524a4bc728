import { delimiter, sep } from 'node:path'

// What `npm run` sets for its own script, and what misleads an npm started from there about which folder is its own.
const OF_THE_OUTER_RUN = /^(npm_lifecycle_|npm_package_|npm_command$|npm_config_local_prefix$|npm_execpath$|INIT_CWD$)/

/**
 * The environment for an npm that we start. Without `node_modules/.bin` on its PATH, because `npm ci` empties that
 * folder and with it the Node it would run on.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !OF_THE_OUTER_RUN.test(name))
  const folders = (env['PATH'] ?? '').split(delimiter)
  const path = folders.filter((folder) => !folder.includes(`node_modules${sep}.bin`)).join(delimiter)
  return { ...Object.fromEntries(kept), PATH: path }
}
