import { node24 } from './node-24.js'
import { ensureNodeModules } from './node-modules.js'
import { requireNode } from './node-version.js'

/** What every command needs first: a Node that can do it, the packages, and the newer Node among them. */
export async function prepare() {
  requireNode()
  await ensureNodeModules()
  node24()
}
