import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'posthorn', 'bench-peers')

/** Where the peers are installed; installs them the first time. Null with the reason when they cannot be had. */
export const installPeers = (): { folder: string } | { why: string } => {
  mkdirSync(cache, { recursive: true })
  if (existsSync(join(cache, 'node_modules', 'plainjob'))) return { folder: cache }
  copyFileSync(join(import.meta.dirname, 'peers', 'package.json'), join(cache, 'package.json'))
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: cache,
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  })
  if (npm.status === 0) return { folder: cache }
  return { why: `npm install failed: ${(npm.error?.message ?? npm.stderr).trim().split('\n').at(-1) ?? ''}` }
}
