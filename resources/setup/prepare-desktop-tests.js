import { electronRuntime } from './electron-runtime.js'
import { node24Environment } from './node-24.js'
import { prepare } from './prepare.js'
import { SetupFailure } from './setup-failure.js'
import { ensureSystemLibraries } from './system-libraries.js'
import { ensureTestServers } from './test-servers.js'

/** All that the desktop tests need, and the environment that tells them where it is. */
export async function prepareDesktopTests() {
  if (process.platform !== 'linux') {
    throw new SetupFailure('The desktop tests bring a desktop of their own, which they can do on Linux only.')
  }
  await prepare()
  const { executable, origin } = await electronRuntime()
  await ensureSystemLibraries('test-desktop', executable)
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...node24Environment(),
    POSTHORN_ELECTRON: executable,
    POSTHORN_TEST_SERVERS: await ensureTestServers(),
  }
  return { env, executable, origin }
}
