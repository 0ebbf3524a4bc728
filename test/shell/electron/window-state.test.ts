import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  firstSize,
  keepWindowState,
  placeOn,
  readWindowState,
  roomAt,
} from '../../../src-main/shell/electron/window-state.ts'

const home = () => mkdtempSync(join(tmpdir(), 'posthorn-window-'))
const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const second = { x: -1280, y: 200, width: 1280, height: 1024 }

test('reads back what it kept', () => {
  const folder = home()
  const state = {
    bounds: { x: 10, y: 20, width: 800, height: 600 },
    maximized: true,
    appearance: 'dark',
    room: 'settings/keyboard',
    toldOfTray: true,
  } as const
  keepWindowState(folder, state)
  expect(readWindowState(folder)).toEqual(state)
  expect(readdirSync(folder)).toEqual(['window.json'])
})

const fresh = { bounds: null, maximized: false, appearance: 'system', room: null, toldOfTray: false }

test.each([
  '',
  '{',
  'null',
  '7',
  '[]',
  '{"bounds":{"x":1},"maximized":"yes","appearance":"pink"}',
  '{"bounds":[1,2,3,4]}',
  '{"room":"//elsewhere.example"}',
])('starts afresh from a file that says %j', (text) => {
  const folder = home()
  writeFileSync(join(folder, 'window.json'), text)
  expect(readWindowState(folder)).toEqual(fresh)
})

test('starts afresh without a file, and does not mind a folder that is not there', () => {
  const folder = join(home(), 'nowhere')
  keepWindowState(folder, readWindowState(folder))
  expect(readWindowState(folder)).toEqual(fresh)
})

test('puts the window back where it was, also on another screen', () => {
  const bounds = { x: -1000, y: 300, width: 900, height: 700 }
  expect(placeOn([screen, second], bounds)).toEqual(bounds)
})

test('does not put it onto a screen that is gone', () => {
  expect(placeOn([screen], { x: -1000, y: 300, width: 900, height: 700 })).toBeNull()
})

test.each([
  ['its title bar is above the screen', { x: 100, y: -50, width: 900, height: 700 }],
  ['its title bar is below the screen', { x: 100, y: 1060, width: 900, height: 700 }],
  ['only a sliver of it is left of the edge', { x: 1880, y: 100, width: 900, height: 700 }],
])('does not put it where %s', (_, bounds) => expect(placeOn([screen], bounds)).toBeNull())

test.each([
  ['app://posthorn/', null],
  ['app://posthorn/#/compose/pst_1', null],
  ['app://posthorn/#/queue/itm_1?tab=all', 'queue'],
  ['app://posthorn/#/calendar/2026-12-01?view=week', 'calendar'],
  ['app://posthorn/#/accounts/any', 'accounts'],
  ['app://posthorn/#/settings/keyboard', 'settings/keyboard'],
])('keeps of %s the room %j', (address, room) => {
  expect(roomAt(address)).toBe(room)
})

test('a window that was never placed is roomy on a large screen, and no larger than a small one', () => {
  expect(firstSize({ x: 0, y: 25, width: 2560, height: 1415 })).toEqual({ width: 1440, height: 900 })
  expect(firstSize({ x: 0, y: 0, width: 1366, height: 728 })).toEqual({ width: 1366, height: 728 })
})
