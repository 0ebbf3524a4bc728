import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Posthorn's version, as package.json says. */
export const packageVersion = (): string => {
  const file = resolve(import.meta.dirname, '../../../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
