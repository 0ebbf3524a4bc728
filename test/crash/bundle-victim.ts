import { join } from 'node:path'
import { build } from 'vite'

/** Native modules, and what is only read from their own folders. */
const OUTSIDE = ['better-sqlite3', 'sharp', '@img/sharp-wasm32']

/** Makes one file of a run and all that it stands on, as the app itself is made: thousands of starts are then quick. */
export const bundleVictim = async (): Promise<string> => {
  // Below node_modules, so that what stays outside is found from there.
  const folder = join(import.meta.dirname, '../../node_modules/.cache/posthorn-crash')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: OUTSIDE },
    build: {
      ssr: join(import.meta.dirname, 'victim.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'victim.mjs' } },
    },
  })
  return join(folder, 'victim.mjs')
}
