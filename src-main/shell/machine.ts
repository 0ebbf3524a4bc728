import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { homedir, release, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Machine } from '../core/ports.ts'

/** What the computer says of itself, for the data folder named. */
export const createMachine = (home: string): Machine => ({
  disk: async () => ({
    database: await sizeOf(home, (name) => name.startsWith('posthorn.db')),
    media: await sizeOf(join(home, 'media')),
    snapshots: await sizeOf(join(home, 'snapshots')),
    free: await freeAt(home),
  }),
  memory: () => process.memoryUsage.rss(),
  system: () => ({
    platform: process.platform,
    release: release(),
    arch: process.arch,
    node: process.versions.node,
    ...(process.versions['electron'] === undefined ? {} : { electron: process.versions['electron'] }),
    home: homedir(),
    user: userInfo().username,
  }),
  log: async (lines) => {
    const logs = join(home, 'logs')
    const [before, now] = await Promise.all([
      linesOf(join(logs, 'posthorn.1.log')),
      linesOf(join(logs, 'posthorn.log')),
    ])
    return [...before, ...now].slice(-lines)
  },
})

const sizeOf = async (folder: string, which: (name: string) => boolean = () => true): Promise<number> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = entries.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return which(entry.name) ? sizeOf(path) : 0
    if (!which(entry.name)) return 0
    // It may have gone in the meantime.
    return (await stat(path).catch(() => null))?.size ?? 0
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

const freeAt = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

const linesOf = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
