import { homedir } from 'node:os'
import { resolve } from 'node:path'

/** The folder the person is in: npm moves its scripts to the package's folder and tells where they were called. */
const here = (): string =>
  (process.env['npm_lifecycle_event'] === 'posthorn' && process.env['INIT_CWD']) || process.cwd()

/** A path as the person meant it, absolute: the process that uses it may be in another folder. */
export const fromHere = (path: string): string => resolve(here(), path.replace(/^~(?=$|[/\\])/, homedir()))
