import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

// The sources run as they are: without this each is read and compiled anew for every command, which doubles its time.
enableCompileCache(resolve(import.meta.dirname, '../../../node_modules/.cache/posthorn'))

// A reader that had enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
