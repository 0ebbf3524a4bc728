import { beforeEach, expect, test, vi } from 'vitest'
import { createRoomPlaces, followScroll } from '../../src-renderer/shell/room-places.ts'
import { createManualStorage } from './manual-storage.ts'
import { createManualTimers } from './manual-timers.ts'

let grow = (): void => undefined

/** A room as high as it is told, which says so when it grows. */
class Room extends EventTarget {
  #top = 0
  height = 0

  get scrollTop(): number {
    return this.#top
  }

  set scrollTop(wanted: number) {
    this.#top = Math.max(0, Math.min(wanted, this.height))
    this.dispatchEvent(new Event('scroll'))
  }

  /** More of it is read. */
  becomes(height: number): void {
    this.height = height
    grow()
  }
}

const setUp = () => {
  const storage = createManualStorage()
  const timers = createManualTimers()
  const places = createRoomPlaces(storage, timers)
  const room = new Room()
  const show = (key: string, height: number, of = places) => {
    room.height = 0
    room.scrollTop = 0
    room.height = height
    return followScroll(room as unknown as HTMLElement, key, of)
  }
  return { storage, timers, places, room, show }
}

beforeEach(() => {
  vi.stubGlobal(
    'MutationObserver',
    class {
      readonly #told: () => void
      constructor(told: () => void) {
        this.#told = told
      }
      observe() {
        grow = this.#told
      }
      disconnect() {
        grow = () => undefined
      }
    },
  )
})

test('each room comes back to where it was left, and what was never looked at begins at its top', () => {
  const { room, show } = setUp()
  let leave = show('today', 900)
  room.scrollTop = 400
  leave()
  leave = show('settings data', 900)
  expect(room.scrollTop).toBe(0)
  room.scrollTop = 120
  leave()
  show('today', 900)()
  expect(room.scrollTop).toBe(400)
  show('settings data', 900)
  expect(room.scrollTop).toBe(120)
})

test('a room that is still being read comes to its place as it grows, and keeps it meanwhile', () => {
  const { places, room, show } = setUp()
  places.keep('today', 400)
  show('today', 0)
  expect(room.scrollTop).toBe(0)
  room.becomes(250)
  expect([room.scrollTop, places.at('today')]).toEqual([250, 400])
  room.becomes(900)
  expect(room.scrollTop).toBe(400)
})

test.each(['wheel', 'pointerdown', 'keydown'])('who goes elsewhere by %s is not taken back', (kind) => {
  const { places, room, show } = setUp()
  places.keep('today', 400)
  show('today', 100)
  room.dispatchEvent(new Event(kind))
  room.scrollTop = 30
  room.becomes(900)
  expect([room.scrollTop, places.at('today')]).toEqual([30, 30])
})

test('places are written down once the room rests, and found again at the next start; nonsense is nothing', async () => {
  const { storage, timers, room, show } = setUp()
  show('today', 900)
  for (const top of [100, 200, 300]) room.scrollTop = top
  expect(storage.length).toBe(0)
  await timers.pass(300)
  const next = createRoomPlaces(storage, timers)
  expect([next.at('today'), next.at('queue')]).toEqual([300, 0])
  for (let number = 0; number < 60; number += 1) next.keep(`compose ${number}`, number)
  await timers.pass(300)
  const kept = createRoomPlaces(storage, timers)
  expect([kept.at('compose 59'), kept.at('compose 20'), kept.at('compose 19'), kept.at('today')]).toEqual([
    59, 20, 0, 0,
  ])
  storage.setItem('posthorn.room-places', '{"today":')
  expect(createRoomPlaces(storage, timers).at('today')).toBe(0)
  storage.setItem('posthorn.room-places', '[["today"],["queue",7],3]')
  expect(createRoomPlaces(storage, timers).at('queue')).toBe(7)
})
