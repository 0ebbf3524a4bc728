import { SetupFailure } from './setup-failure.js'

const OLDEST_MAJOR = 20

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return
  throw new SetupFailure(
    `Posthorn needs Node ${OLDEST_MAJOR} or newer to set itself up, and this is Node ${version}. Install a newer one from https://nodejs.org and try again.`,
  )
}
