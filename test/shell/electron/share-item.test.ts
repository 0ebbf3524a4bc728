import { expect, test } from 'vitest'
import { hasShareMenu, shareItem, type Shared } from '../../../src-main/shell/electron/share-item.ts'
import { failedInEnglish } from '../../../src-main/core/refusal.ts'

const PUBLISHED = { text: 'Ice on the pier', state: 'published', remote: { id: '1', url: 'https://example.org/1' } }

/** What comes of sharing an item that is so; `shown`: what the menu was given. */
const share = async (item: object | null, platform: NodeJS.Platform = 'darwin') => {
  const shown: Shared[] = []
  const gate = async () =>
    item === null
      ? { ok: false as const, failure: failedInEnglish('not-found', 'There is no such item.', 'Look in the queue.') }
      : { ok: true as const, value: item }
  const menu = hasShareMenu(platform) ? (shared: Shared): void => void shown.push(shared) : null
  const reply = await shareItem({ gate }, { itemId: 'itm_1' }, menu)
  return { code: reply.ok ? null : reply.failure.code, shown }
}

test('a published post is shared by its text and its link', async () => {
  expect(await share(PUBLISHED)).toEqual({
    code: null,
    shown: [{ texts: ['Ice on the pier'], urls: ['https://example.org/1'] }],
  })
  expect((await share({ ...PUBLISHED, text: ' ' })).shown).toEqual([{ texts: [], urls: ['https://example.org/1'] }])
})

test.each([
  ['is not published', { ...PUBLISHED, state: 'scheduled' }, 'illegal-transition'],
  ['has no link', { ...PUBLISHED, remote: null }, 'illegal-transition'],
  [
    'is a file on this computer',
    { ...PUBLISHED, remote: { id: '1', url: 'file:///etc/passwd' } },
    'illegal-transition',
  ],
  ['is not there', null, 'not-found'],
])('what %s is not shared', async (_, item, code) => {
  expect(await share(item)).toEqual({ code, shown: [] })
})

test.each(['linux', 'win32'] as const)('%s has no menu to share by', async (platform) => {
  expect(await share(PUBLISHED, platform)).toEqual({ code: 'illegal-transition', shown: [] })
})
