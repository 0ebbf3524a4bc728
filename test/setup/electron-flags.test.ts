import { expect, test } from 'vitest'
import { electronFlags } from '../../resources/setup/electron-flags.js'

const machine = { platform: 'linux' as NodeJS.Platform, userId: 1000, restrictsNamespaces: false, env: {} }

test('a plain user on Linux keeps the sandbox and is told nothing', () => {
  expect(electronFlags(machine)).toEqual({ flags: [], sentences: [] })
})

test('root gives up the outer sandbox and is told why', () => {
  const { flags, sentences } = electronFlags({ ...machine, userId: 0 })
  expect(flags).toEqual(['--no-sandbox'])
  expect(sentences).toEqual([expect.stringContaining('refuses to run as root')])
})

test('so does a system that lets no plain program make a sandbox', () => {
  const { flags, sentences } = electronFlags({ ...machine, restrictsNamespaces: true })
  expect(flags).toEqual(['--no-sandbox'])
  expect(sentences).toHaveLength(1)
})

test('elsewhere nothing is given up, not even by user 0', () => {
  expect(electronFlags({ ...machine, platform: 'darwin', userId: 0 }).flags).toEqual([])
})

test('Wayland is named where there is no X server beside it', () => {
  expect(electronFlags({ ...machine, env: { WAYLAND_DISPLAY: 'w' } }).flags).toEqual(['--ozone-platform-hint=auto'])
  expect(electronFlags({ ...machine, env: { WAYLAND_DISPLAY: 'w', DISPLAY: ':0' } }).flags).toEqual([])
})
