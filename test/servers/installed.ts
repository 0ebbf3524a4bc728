import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A package of `test/servers/package.json`, from the folder in which `POSTHORN_TEST_SERVERS` says they are installed. */
export const installed = (name: string): unknown => {
  const folder = process.env['POSTHORN_TEST_SERVERS']
  if (!folder) throw new Error('POSTHORN_TEST_SERVERS must name the folder of the installed test servers')
  return createRequire(join(folder, 'package.json'))(name)
}
