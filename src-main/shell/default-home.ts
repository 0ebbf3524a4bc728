import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where the person's data is: what POSTHORN_HOME says, else the system's own place for the data of programs. */
export const defaultHome = (env: NodeJS.ProcessEnv): string =>
  env['POSTHORN_HOME'] ? resolve(env['POSTHORN_HOME']) : envPaths('Posthorn', { suffix: '' }).data
