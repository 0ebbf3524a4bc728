import { createParser } from 'eventsource-parser'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Event } from '../../src-preload/contract/events.ts'
import { openHttp } from '../../src-main/api/open-http.ts'
import type { Posthorn } from '../../src-main/shell/compose.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { createTestClock } from '../fixtures/test-clock.ts'
import { openApi, rpc } from './open-api.ts'

/** Reads a stream of events as the interface does. */
const listen = async (door: { url: string; token: string }) => {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await fetch(`${door.url}/events`, {
    headers: { Authorization: `Bearer ${door.token}` },
    signal: stop.signal,
  })
  const events: Event[] = []
  const comments: string[] = []
  const parser = createParser({
    onEvent: ({ data }) => void events.push(JSON.parse(data) as Event),
    onComment: (comment) => void comments.push(comment),
  })
  const ended = (async () => {
    const text = response.body?.pipeThrough(new TextDecoderStream())
    for await (const chunk of text ?? []) parser.feed(chunk)
  })().catch(() => {})
  return { response, events, comments, ended, stop: () => stop.abort() }
}

/** A desk whose listeners the test holds. */
const doorOf = ({ app, locateMedia, log, version }: Posthorn, listeners: Set<(event: Event) => void>) => ({
  desk: {
    gate: app.gate,
    subscribe: (listener: (event: Event) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    locateMedia,
    interfaceFolder: null,
    takeFile: () => Promise.reject(new Error('nobody asks here')),
  },
  keys: null,
  version,
  log,
})

test('tells what changed, to every listener, in order', async () => {
  const { door } = await openApi()
  const [one, other] = [await listen(door), await listen(door)]
  expect(one.response.headers.get('content-type')).toBe('text/event-stream')
  await rpc(door, 'posts.save', { text: 'first line\nsecond line', targets: [] })
  await rpc(door, 'settings.update', { appearance: 'dark' })
  for (const listener of [one, other]) {
    await vi.waitFor(() => expect(listener.events.map(({ kind }) => kind)).toContain('settings-changed'))
    const kinds = listener.events.map(({ kind }) => kind)
    expect(kinds.indexOf('post-changed')).toBeLessThan(kinds.indexOf('settings-changed'))
    expect(listener.events).toContainEqual(
      expect.objectContaining({
        kind: 'post-changed',
        post: expect.objectContaining({ text: 'first line\nsecond line' }),
      }),
    )
  }
})

test('ends the streams when the door closes', async () => {
  const { door } = await openApi()
  const listener = await listen(door)
  await door.close()
  await listener.ended
  await expect(fetch(door.url)).rejects.toThrow('fetch failed')
})

test('sends a sign of life each fifteen seconds, and stops listening when the other side is gone', async () => {
  const { posthorn } = await openApi()
  const clock = createTestClock()
  const listeners = new Set<(event: Event) => void>()
  const door = await openHttp({ ...doorOf(posthorn, listeners), clock }, 0)
  const listener = await listen(door)
  await vi.waitFor(() => expect(listener.comments).toHaveLength(1))
  await clock.advance(15_000)
  await vi.waitFor(() => expect(listener.comments).toHaveLength(2))
  await clock.advance(30_000)
  await vi.waitFor(() => expect(listener.comments).toHaveLength(4))
  expect(listeners.size).toBe(1)
  listener.stop()
  await vi.waitFor(() => expect(listeners.size).toBe(0))
  expect(clock.pending()).toBe(0)
  await door.close()
})

test('lets go of a reader that takes nothing', async () => {
  const { posthorn } = await openApi()
  const listeners = new Set<(event: Event) => void>()
  const door = await openHttp({ ...doorOf(posthorn, listeners), clock: systemClock }, 0)
  await listen(door)
  for (const tell of listeners) for (let told = 0; told < 2_000; told += 1) tell({ kind: 'open-composer' })
  await vi.waitFor(() => expect(listeners.size).toBe(0))
  await door.close()
})
