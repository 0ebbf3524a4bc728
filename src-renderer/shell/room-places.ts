import { browserTimers, type Timers } from '../time/timers.ts'

/** Where each room was scrolled to when it was looked at last, in pixels; also from one start to the next. */
export type RoomPlaces = {
  at(key: string): number
  keep(key: string, top: number): void
}

const KEY = 'posthorn.room-places'
/** So many rooms are remembered: each post that is written has a place of its own. */
const MOST = 40
/** How long a room rests before its place is written down, in milliseconds. */
const REST = 250

/** Losing it costs nobody anything. */
export const createRoomPlaces = (storage: Pick<Storage, 'getItem' | 'setItem'>, timers: Timers): RoomPlaces => {
  const places = new Map(readPlaces(storage))
  let callOff = (): void => undefined
  const write = (): void => {
    try {
      storage.setItem(KEY, JSON.stringify([...places].slice(-MOST)))
    } catch {
      // Storage is full or shut; then it is not kept.
    }
  }
  return {
    at: (key) => places.get(key) ?? 0,
    keep: (key, top) => {
      // The latest comes last.
      places.delete(key)
      places.set(key, top)
      callOff()
      callOff = timers.after(REST, write)
    },
  }
}

const readPlaces = (storage: Pick<Storage, 'getItem'>): [string, number][] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlace) : []
  } catch {
    return []
  }
}

const isPlace = (one: unknown): one is [string, number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isFinite(one[1])

/** What the person does to go elsewhere in a room by themselves. */
const OWN = ['wheel', 'pointerdown', 'keydown'] as const

/** Brings what is scrolled back to its place, and remembers where it is from then on. Returns the way to stop. */
export const followScroll = (
  element: Pick<HTMLElement, 'scrollTop' | 'addEventListener' | 'removeEventListener'> & Node,
  key: string,
  places: RoomPlaces,
): (() => void) => {
  const wanted = places.at(key)
  let arrived = false
  const settle = (): void => {
    arrived = true
    growing.disconnect()
  }
  const arrive = (): void => {
    if (arrived) return
    element.scrollTop = wanted
    if (element.scrollTop >= wanted - 1) settle()
  }
  // What the room shows may still be read: it comes as far as there is something to see.
  const growing = new MutationObserver(arrive)
  growing.observe(element, { childList: true, subtree: true })
  arrive()
  const onScroll = (): void => {
    if (arrived) places.keep(key, element.scrollTop)
  }
  element.addEventListener('scroll', onScroll)
  for (const kind of OWN) element.addEventListener(kind, settle, { passive: true })
  return () => {
    growing.disconnect()
    element.removeEventListener('scroll', onScroll)
    for (const kind of OWN) element.removeEventListener(kind, settle)
  }
}

/** This window's. */
export const roomPlaces = createRoomPlaces(
  globalThis.localStorage ?? { getItem: () => null, setItem: () => undefined },
  browserTimers,
)
