import { expect, test } from 'vitest'
import { launchMode } from '../../resources/setup/launch-mode.js'

type Case = [platform: NodeJS.Platform, env: Record<string, string>, args: string[], mode: string, display: string]

const cases: Case[] = [
  ['linux', { DISPLAY: ':0' }, [], 'desktop', 'own'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, [], 'desktop', 'own'],
  ['linux', { DISPLAY: '' }, [], 'headless', 'own'],
  ['linux', {}, [], 'headless', 'own'],
  ['linux', { DISPLAY: ':0', SSH_CONNECTION: '1' }, [], 'desktop', 'own'],
  ['linux', { DISPLAY: ':0' }, ['--headless'], 'headless', 'own'],
  ['linux', { DISPLAY: ':0' }, ['--desktop'], 'desktop', 'own'],
  ['linux', {}, ['--desktop'], 'desktop', 'virtual'],
  ['darwin', {}, [], 'desktop', 'own'],
  ['darwin', { SSH_CONNECTION: '1' }, [], 'headless', 'own'],
  ['darwin', { SSH_CONNECTION: '1' }, ['--desktop'], 'desktop', 'own'],
  ['win32', {}, [], 'desktop', 'own'],
  ['win32', { CI: 'true' }, [], 'headless', 'own'],
  ['win32', {}, ['--headless'], 'headless', 'own'],
]

test.each(cases)('on %s with %j and %j it starts %s, on its %s display', (platform, env, args, mode, display) => {
  expect(launchMode(args, platform, env)).toMatchObject({ mode, display })
})

test('the one line says which way was taken, and why', () => {
  expect(launchMode([], 'linux', { DISPLAY: ':7' }).why).toBe('Starting the desktop app: there is a display (:7).')
  expect(launchMode([], 'linux', {}).why).toBe(
    'Starting headless: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).',
  )
  expect(launchMode(['--desktop'], 'linux', {}).why).toMatch(/under Xvfb, unseen/)
})

test('to insist on both is refused with a sentence', () => {
  expect(() => launchMode(['--desktop', '--headless'], 'linux', {})).toThrow('cannot both be had')
})
