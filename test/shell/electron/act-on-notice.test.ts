import { expect, test } from 'vitest'
import type { Event } from '../../../src-preload/contract/events.ts'
import { actOnNotice } from '../../../src-main/shell/electron/act-on-notice.ts'
import { failedInEnglish } from '../../../src-main/core/refusal.ts'
import type { NoticeAction } from '../../../src-main/shell/notice-words.ts'

const ITEM = 'itm_00000000001'

/** What comes of a choice on a notification: what the core was asked, and what the person is shown. */
const choose = async (does: NoticeAction, about: { itemId?: null; refused?: true } = {}) => {
  const { itemId = ITEM, refused = false } = about
  const asked: unknown[] = []
  const shown: (Event | 'window')[] = []
  const app = {
    gate: async (method: string, input: unknown) => {
      asked.push([method, input])
      return refused
        ? { ok: false as const, failure: failedInEnglish('illegal-transition', 'It is published.', 'Look at it.') }
        : { ok: true as const, value: {} }
    },
    emit: (event: Event) => void shown.push(event),
  }
  await actOnNotice(app, () => void shown.push('window'), does, itemId)
  return { asked, shown }
}

test('trying again asks the core and needs no window, unless it is refused: then the post says why', async () => {
  const asked = [['items.retry', { itemId: ITEM }]]
  expect(await choose('retry')).toEqual({ asked, shown: [] })
  const shown = ['window', { kind: 'open-item', itemId: ITEM }]
  expect(await choose('retry', { refused: true })).toEqual({ asked, shown })
})

test.each([
  ['open-item', { kind: 'open-item', itemId: ITEM }],
  ['review', { kind: 'open-review' }],
  ['reconnect', { kind: 'open-room', room: 'accounts' }],
] as const)('%s brings the window to where it is seen to', async (does, event) => {
  expect(await choose(does)).toEqual({ asked: [], shown: ['window', event] })
})

test('a notice about no single post shows the window alone', async () => {
  expect(await choose('open-item', { itemId: null })).toEqual({ asked: [], shown: ['window'] })
})
