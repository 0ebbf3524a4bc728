import { expect, test } from 'vitest'
import { isInstalled } from '../../resources/setup/installed-packages.js'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  },
}
const installed = (packages: Record<string, { version: string; integrity?: string }>) => ({ packages })
const a = { version: '1.0.0', integrity: 'sha512-a' }

test('the same packages, without those of other platforms, are what was wanted', () => {
  expect(isInstalled(wanted, installed({ 'node_modules/a': a }))).toBe(true)
})

test('another version, other content, a missing and a left-over package are not', () => {
  expect(isInstalled(wanted, installed({ 'node_modules/a': { ...a, version: '1.0.1' } }))).toBe(false)
  expect(isInstalled(wanted, installed({ 'node_modules/a': { ...a, integrity: 'sha512-x' } }))).toBe(false)
  expect(isInstalled(wanted, installed({}))).toBe(false)
  expect(isInstalled(wanted, installed({ 'node_modules/a': a, 'node_modules/b': a }))).toBe(false)
})

test('nothing installed at all is not what was wanted', () => {
  expect(isInstalled(wanted, {})).toBe(false)
})
