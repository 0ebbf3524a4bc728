import { expect, test } from 'vitest'
import { globalKeysOf } from '../../src-renderer/settings/global-keys.ts'

test('keys that are heard everywhere are written as the system wants them', () => {
  expect(['Mod+Shift+y', 'Alt+Space', 'F9', 'Ctrl+Alt+7', 'Mod+F2'].map(globalKeysOf)).toEqual([
    'Mod+Shift+Y',
    'Alt+Space',
    'F9',
    'Ctrl+Alt+7',
    'Mod+F2',
  ])
})

test('keys that other programs need, or that the system does not know, are refused', () => {
  expect(['y', 'Shift+y', 'Space', 'Shift+Space', '?', 'Mod+,', 'Mod+Enter', 'Meta+y'].map(globalKeysOf)).toEqual(
    Array.from({ length: 8 }, () => null),
  )
})
