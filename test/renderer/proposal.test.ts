import { expect, test } from 'vitest'
import { ofContents, ofSuggestions } from '../../src-renderer/composer/suggest/proposal.ts'

test('a suggestion gets the hashtags that its text does not have, and keeps who made it', () => {
  expect(
    ofSuggestions([{ text: 'At sea #Harbour', hashtags: ['harbour', '#boats'], provider: 'templates' }]),
  ).toMatchObject([{ text: 'At sea #Harbour\n\n#boats', provider: 'templates', accountId: null }])
  expect(ofSuggestions([{ text: 'At sea', hashtags: [], provider: 'templates' }])[0]?.text).toBe('At sea')
})

test('what was composed for an account stays with it, media and all', () => {
  const media = [{ mediaId: 'med_1', alt: 'A boat' }]
  const composed = { channel: 'folder', type: 'IMAGE', link: null, asset: null, provider: 'p' } as const
  expect(ofContents([{ ...composed, hashtags: [], accountId: 'acc_1', text: 'Hello', media }])).toMatchObject([
    { accountId: 'acc_1', text: 'Hello', media },
  ])
})
