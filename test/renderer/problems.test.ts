import { expect, test } from 'vitest'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { Problem, TargetCheck } from '../../src-preload/contract/model/post.ts'
import { postMode } from '../../src-renderer/composer/draft/post-mode.ts'
import { countTone, gatherProblems } from '../../src-renderer/composer/draft/problems.ts'
import { joinNames } from '../../src-renderer/composer/send/join-names.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const problem = (change: Partial<Problem>): Problem => ({
  severity: 'error',
  code: 'text-too-long',
  message: 'Too long.',
  next: 'Shorten it.',
  field: 'text',
  ...change,
})
const check = (accountId: string, ...problems: Problem[]): TargetCheck => ({
  accountId,
  problems,
  count: null,
  parts: [],
  card: null,
  changes: [],
})

test('tells once what is the same for several accounts, errors before warnings', () => {
  const warning = problem({ severity: 'warning', message: 'No description.', field: 'media' })
  const gathered = gatherProblems([check('a', warning, problem({})), check('b', problem({}))])
  expect(gathered.map(({ message, accountIds }) => [message, accountIds])).toEqual([
    ['Too long.', ['a', 'b']],
    ['No description.', ['a']],
  ])
})

test('turns to amber from nine tenths, and to red above the limit only', () => {
  expect([269, 270, 300, 301].map((used) => countTone({ used, max: 300 }))).toEqual(['free', 'near', 'near', 'over'])
})

test('a post is edited by what will still happen to it', () => {
  const account = makeAccount({})
  const mode = (...states: ItemState[]): string => {
    const post = makePost()
    return postMode({ ...post, items: states.map((state) => makeItem(post, account, { state })) })
  }
  expect(postMode(null)).toBe('writing')
  expect(mode()).toBe('writing')
  expect(mode('draft', 'cancelled')).toBe('writing')
  expect(mode('failed', 'published')).toBe('writing')
  expect(mode('scheduled', 'published')).toBe('queued')
  expect(mode('waiting')).toBe('queued')
  expect(mode('publishing', 'scheduled')).toBe('sending')
  expect(mode('unconfirmed')).toBe('sending')
  expect(mode('published', 'published')).toBe('done')
})

test('names are joined as people say them', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']].map(joinNames)).toEqual([
    'nobody',
    'A',
    'A and B',
    'A, B and C',
    'A, B and 2 more',
  ])
})
