import { afterEach, expect, test, vi } from 'vitest'
import type { Bridge, OpenedFile } from '../../src-preload/contract/bridge.ts'
import { createExchangeStore } from '../../src-renderer/exchange/exchange-store.ts'
import { handFiles } from '../../src-renderer/shell/hand-files.ts'
import type { Desk } from '../../src-renderer/shell/desk.ts'
import { createToastStore } from '../../src-renderer/shell/toast-store.ts'
import { createMemoryBridge, emptyWorld } from './memory-bridge.ts'
import { createManualTimers } from './manual-timers.ts'

/** What came of files: where the person was taken, what was begun, and what the import has. */
const setUp = () => {
  const contents = new Map<string, string>()
  const memory = createMemoryBridge(emptyWorld())
  const bridge = {
    ...memory,
    desktop: {
      readOpened: async (openedId: string) => {
        const text = contents.get(openedId)
        return text === undefined
          ? { ok: false, failure: { code: 'media-unreadable', message: 'It is gone.', next: 'Look for it.' } }
          : { ok: true, value: Buffer.from(text, 'latin1').toString('base64') }
      },
    },
  } as unknown as Bridge
  const exchange = createExchangeStore(bridge, createManualTimers(), () => ({ zone: 'Europe/Berlin', accountIds: [] }))
  const toasts = createToastStore()
  const went: string[] = []
  const begun: (string | undefined)[] = []
  const attached: string[] = []
  const session = { addFiles: (files: readonly { name: string }[]) => attached.push(...files.map(({ name }) => name)) }
  const desk = {
    exchange,
    toasts,
    link: { bridge },
    route: { go: ({ room }: { room: string }) => went.push(room) },
    writeNew: (text?: string) => begun.push(text),
    composer: { state: { getState: () => ({ session }) } },
  } as unknown as Desk
  const hand = (...names: string[]) =>
    handFiles(
      desk,
      names.map((name) => ({ name, file: { openedId: name, name, size: 1 } satisfies OpenedFile })),
    )
  const given = () => exchange.state.getState().given.map(({ name }) => name)
  return { memory, contents, desk, exchange, toasts, went, begun, attached, hand, given }
}

afterEach(() => vi.unstubAllGlobals())

test('tables and what lies in a folder with posts are imported', async () => {
  const t = setUp()
  for (const name of ['december.csv', 'news/pier.md', 'news/img/pier.png']) t.contents.set(name, 'anything')
  await t.hand('december.csv')
  expect([t.went, t.given()]).toEqual([['exchange'], ['december.csv']])
  await t.hand('news/pier.md', 'news/img/pier.png')
  expect(t.given()).toEqual(['news/pier.md', 'news/img/pier.png'])
  expect(t.begun).toEqual([])
})

test('pictures and videos begin a post and are attached to it', async () => {
  const t = setUp()
  await t.hand('pier.png', 'waves.mp4')
  expect([t.begun, t.attached, t.went]).toEqual([[undefined], ['pier.png', 'waves.mp4'], []])
})

test.each([
  ['in the common encoding', Buffer.from('Ahoi, Käpt’n\r\n').toString('latin1'), 'Ahoi, Käpt’n'],
  ['with a mark at its beginning', `\xEF\xBB\xBFAhoi`, 'Ahoi'],
  ['in the wide encoding', `\xFF\xFE${Buffer.from('Ahoi', 'utf16le').toString('latin1')}`, 'Ahoi'],
  ['in the encoding of old', 'K\xE4pt\x92n', 'Käpt’n'],
])('a plain text %s is the words of a post', async (_, bytes, words) => {
  const t = setUp()
  t.contents.set('note.txt', bytes)
  await t.hand('note.txt')
  expect([t.begun, t.went]).toEqual([[words], []])
})

test.each([
  ['with columns', 'Text\tWhen\nIce\tsoon\n'],
  ['that is longer than any post', 'x'.repeat(20_001)],
])('a plain text %s is imported', async (_, text) => {
  const t = setUp()
  t.contents.set('posts.txt', text)
  await t.hand('posts.txt')
  expect([t.begun, t.given()]).toEqual([[], ['posts.txt']])
})

test('a file that cannot be read is told in the import, and nothing of the others is taken', async () => {
  const t = setUp()
  t.contents.set('one.csv', 'Text\nIce\n')
  await t.hand('one.csv', 'two.csv')
  expect(t.exchange.state.getState()).toMatchObject({
    stage: 'choose',
    busy: null,
    given: [],
    failure: { message: 'It is gone.' },
  })
  vi.stubGlobal(
    'FileReader',
    class extends EventTarget {
      readonly error = new Error('The disk is gone.')
      readAsDataURL() {
        queueMicrotask(() => this.dispatchEvent(new Event('error')))
      }
    },
  )
  await t.exchange.hand([{ name: 'three.csv', file: new File(['Text'], 'three.csv') }])
  expect(t.exchange.state.getState()).toMatchObject({
    busy: null,
    failure: {
      code: 'media-unreadable',
      message: '"three.csv" could not be read.',
      detail: 'Error: The disk is gone.',
    },
  })
})

test('while an import runs another file does not take its place', async () => {
  const t = setUp()
  const job = {
    importId: 'imp_1',
    name: 'one.csv',
    state: 'running',
    step: 'writing',
    done: 1,
    total: 2,
    result: null,
    failure: null,
  } as const
  t.exchange.state.setState({ stage: 'run', job })
  t.contents.set('december.csv', 'Text\nIce\n')
  await t.hand('december.csv')
  expect(t.exchange.state.getState()).toMatchObject({ stage: 'run', job, given: [] })
  expect(t.toasts.state.getState().toasts[0]?.text).toBe('An import is running.')
})
