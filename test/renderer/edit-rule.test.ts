import { expect, test } from 'vitest'
import { editRule } from '../../src-renderer/queue/item/edit-rule.ts'

const at = Date.parse('2026-12-01T08:00:00Z')
const edited = (versions: number) => ({
  publishedAt: '2026-12-01T08:00:00.000Z',
  versions: Array.from({ length: versions }, () => ({ text: '', until: '', remoteId: '' })),
})

test('what a channel takes of edits is told before one is tried', () => {
  expect(editRule(null, edited(9), at)).toBeNull()
  const rule = { withinMinutes: 60, max: 5 }
  expect(editRule(rule, edited(2), at + 600_000)).toMatchObject({
    over: false,
    message: '3 of 5 edits left, for another 50 min.',
  })
  expect(editRule(rule, edited(5), at)).toMatchObject({
    over: true,
    message: 'All 5 edits that the channel takes are used.',
  })
  expect(editRule(rule, edited(0), at + 3_600_000)).toMatchObject({ over: true })
  expect(editRule({ withinMinutes: null, max: 2 }, edited(1), at)?.message).toBe('1 of 2 edits left.')
})
