import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRouteStore, type Route } from '../../src-renderer/shell/route.ts'
import { UPCOMING } from '../../src-renderer/queue/queue-filter.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What a window has of an address, and the steps that were taken in its history. */
const setUp = (hash = '#/today') => {
  const steps: string[] = []
  const listeners = new Map<string, () => void>()
  const page = {
    location: { hash },
    history: {
      pushState: (_: unknown, __: string, to: string) => void steps.push(`push ${(page.location.hash = to)}`),
      replaceState: (_: unknown, __: string, to: string) => void steps.push(`replace ${(page.location.hash = to)}`),
    },
    addEventListener: (kind: string, listener: () => void) => void listeners.set(kind, listener),
  }
  return {
    page,
    steps,
    store: createRouteStore(page as unknown as Window),
    tell: (kind: string) => listeners.get(kind)?.(),
  }
}

const searching = (search: string): Route => ({ room: 'queue', itemId: null, filter: { ...UPCOMING, search } })

test('an address that changes with every letter is written once, when the hand rests', () => {
  const { store, steps } = setUp()
  for (const typed of ['s', 'se', 'sea']) {
    store.replace(searching(typed))
    expect(store.state.getState().route).toEqual(searching(typed))
    vi.advanceTimersByTime(50)
  }
  expect(steps).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(steps).toEqual(['replace #/queue?tab=upcoming&search=sea'])
})

test('who goes elsewhere finds back to what was typed last', () => {
  const { store, steps } = setUp()
  store.replace(searching('sea'))
  store.go({ room: 'calendar' })
  vi.advanceTimersByTime(1000)
  expect(steps).toEqual(['replace #/queue?tab=upcoming&search=sea', 'push #/calendar'])
})

test('a page that is left or read again has its newest address', () => {
  const { store, steps, tell } = setUp()
  store.replace(searching('sea'))
  tell('pagehide')
  expect(steps).toEqual(['replace #/queue?tab=upcoming&search=sea'])
})

test('who goes back meanwhile is where they went, and nothing is written over it', () => {
  const { page, store, steps, tell } = setUp()
  store.replace(searching('sea'))
  page.location.hash = '#/settings'
  tell('hashchange')
  vi.advanceTimersByTime(1000)
  expect(steps).toEqual([])
  expect(store.state.getState().route).toMatchObject({ room: 'settings' })
})
