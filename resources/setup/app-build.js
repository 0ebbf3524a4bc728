import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.js'
import { root } from './places.js'
import { say, secondsSince } from './say.js'
import { SetupFailure } from './setup-failure.js'
import { readStamp, writeStamp } from './stamp.js'
import { runTool } from './tool.js'

const STAMP = join(root, 'out', '.posthorn-stamp')

const MADE_FROM = [
  'src-main',
  'src-preload',
  'src-renderer',
  'electron.vite.config.ts',
  'resources/setup/bundled-threads.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const RESULTS = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Where the built interface is, for a server that hands it to browsers. */
export const interfaceFolder = join(root, 'out', 'renderer')

/** Builds the app into out/, unless what is there was built from these very sources. */
export async function ensureBuilt() {
  const sources = fingerprint(MADE_FROM, root)
  if (readStamp(STAMP) === sources && RESULTS.every((path) => existsSync(join(root, path)))) return
  say('Building the app.')
  const startedAt = performance.now()
  const { code, output } = await runTool('electron-vite', ['build'], { output: 'capture' })
  if (code !== 0) {
    say(output)
    throw new SetupFailure('The app could not be built; the reason is above.')
  }
  writeStamp(STAMP, sources)
  say(`Built in ${secondsSince(startedAt)}.`)
}

/** Builds whatever is there already, and shows all of the build's own output. */
export async function build() {
  const sources = fingerprint(MADE_FROM, root)
  const { code } = await runTool('electron-vite', ['build'])
  if (code === 0) writeStamp(STAMP, sources)
  return code
}
