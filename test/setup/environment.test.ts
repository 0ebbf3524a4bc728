import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findCommand } from '../../resources/setup/find-command.js'
import { isNode24 } from '../../resources/setup/node-24.js'
import { requireNode } from '../../resources/setup/node-version.js'
import { npmEnvironment } from '../../resources/setup/npm-environment.js'
import { cacheFolder } from '../../resources/setup/places.js'

test('an old Node is refused with what to do, a newer one is not', () => {
  expect(() => requireNode('18.20.4')).toThrow(
    'Posthorn needs Node 20 or newer to set itself up, and this is Node 18.20.4. Install a newer one from https://nodejs.org and try again.',
  )
  expect(() => requireNode('20.0.0')).not.toThrow()
})

test('the app itself is run by Node 24 or newer', () => {
  expect(['20.20.2', '22.12.0', '24.0.0', '26.1.0'].map((version) => isNode24(version))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('the cache is where the system keeps such things, or where XDG_CACHE_HOME says', () => {
  expect(cacheFolder('linux', {}, '/home/a')).toBe(join('/home/a', '.cache', 'posthorn'))
  expect(cacheFolder('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/a')).toBe(join('/var/c', 'posthorn'))
  expect(cacheFolder('linux', { XDG_CACHE_HOME: 'relative' }, '/home/a')).toBe(join('/home/a', '.cache', 'posthorn'))
  expect(cacheFolder('darwin', {}, '/Users/a')).toBe(join('/Users/a', 'Library', 'Caches', 'posthorn'))
  expect(cacheFolder('win32', { LOCALAPPDATA: 'L' }, 'H')).toBe(join('L', 'posthorn', 'Cache'))
})

test('npm is started without what an outer npm told its script, and not on the Node it may delete', () => {
  const env = npmEnvironment({
    PATH: [join('/repo', 'node_modules', '.bin'), '/usr/bin'].join(delimiter),
    npm_lifecycle_event: 'start',
    npm_config_local_prefix: '/repo',
    npm_config_registry: 'https://example.test/',
    INIT_CWD: '/repo',
    HOME: '/home/a',
  })
  expect(env).toEqual({ PATH: '/usr/bin', npm_config_registry: 'https://example.test/', HOME: '/home/a' })
})

test('a command is found along the PATH, one that is not there is not', () => {
  expect(findCommand('sh', { PATH: ['/nowhere', '/bin'].join(delimiter) })).toBe('/bin/sh')
  expect(findCommand('no-such-command-at-all')).toBeUndefined()
})
