import { startDesktop } from './start-desktop.js'
import { electronRuntime } from './electron-runtime.js'
import { ensureBuilt } from './app-build.js'
import { launchMode } from './launch-mode.js'
import { prepare } from './prepare.js'
import { program } from './program.js'
import { runPosthorn } from './run-posthorn.js'
import { say } from './say.js'
import { SetupFailure } from './setup-failure.js'
import { ensureSystemLibraries } from './system-libraries.js'

// npm start [-- --desktop | --headless] [-- what else the app or the server is to be told]
await program(async () => {
  const args = process.argv.slice(2)
  const others = args.filter((arg) => arg !== '--desktop' && arg !== '--headless')
  const mode = launchMode(args)
  await prepare()
  await ensureBuilt()
  if (mode.mode === 'headless') return startHeadless(mode.why, others)

  try {
    const { executable } = await electronRuntime()
    await ensureSystemLibraries(mode.display === 'virtual' ? 'virtual-display' : 'window', executable)
    say(mode.why)
    return await startDesktop(executable, mode.display, others)
  } catch (error) {
    if (!(error instanceof SetupFailure) || args.includes('--desktop')) throw error
    say(error.message)
    return startHeadless('Starting headless: the desktop app cannot start here, for the reason above.', others)
  }
})

/**
 * @param {string} why
 * @param {readonly string[]} args
 */
function startHeadless(why, args) {
  say(`${why} Open the link in a browser; Ctrl+C stops it.`)
  return runPosthorn(['serve', ...args])
}
