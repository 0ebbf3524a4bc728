import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty home, so that nothing of the person's own settings and secrets is read or written. */
export async function makeThrowawayHome() {
  // A short path: sockets are made in it, and their names may be no longer than 107 characters.
  const folder = await mkdtemp(join(tmpdir(), 'posthorn-home-'))
  const runtime = join(folder, 'run')
  await mkdir(runtime, { mode: 0o700 })
  return {
    env: {
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, '.config'),
      XDG_DATA_HOME: join(folder, '.local', 'share'),
      XDG_STATE_HOME: join(folder, '.local', 'state'),
      XDG_CACHE_HOME: join(folder, '.cache'),
      XDG_RUNTIME_DIR: runtime,
    },
    stop: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
