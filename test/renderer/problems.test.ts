import { expect, test } from 'vitest'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { Problem, TargetCheck } from '../../src-preload/contract/model/post.ts'
import { postMode } from '../../src-renderer/composer/draft/post-mode.ts'
import { byUrgency, countTone, gatherProblems, problemKeys } from '../../src-renderer/composer/draft/problems.ts'
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

test('files without a description are told in one line, by how many they are', () => {
  const lacks = (name: string): Problem =>
    problem({ severity: 'warning', code: 'alt-missing', message: `${name} has no description.`, field: 'media' })
  const four = ['a.png', 'a.png', 'b.png', 'c.png'].map(lacks)
  const gathered = gatherProblems([check('a', ...four), check('b', ...four), check('c', lacks('d.png'))])
  expect(gathered.map(({ accountIds, files, message }) => [accountIds, files, message])).toEqual([
    [['a', 'b'], 4, 'a.png has no description.'],
    [['c'], 1, 'd.png has no description.'],
  ])
})

test('a problem stays the same one while its figures change, and two that are alike stay two', () => {
  const at = (used: number) => gatherProblems([check('a', problem({ message: `Too long: ${used} of 280.` }))])
  expect(problemKeys(at(281))).toEqual(problemKeys(at(282)))
  const alike = gatherProblems([check('a', problem({ message: 'Part 1.' }), problem({ message: 'Part 2.' }))])
  expect(new Set(problemKeys(alike)).size).toBe(2)
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

test('of many counts those over their limit come first, then those near it, the rest as chosen', () => {
  const told = [
    { name: 'roomy', count: { used: 120, max: 3000 } },
    { name: 'endless', count: null },
    { name: 'near', count: { used: 290, max: 300 } },
    { name: 'over', count: { used: 290, max: 280 } },
    { name: 'full', count: { used: 290, max: 290 } },
    { name: 'far over', count: { used: 290, max: 140 } },
  ]
  expect(byUrgency(told).map(({ name }) => name)).toEqual(['over', 'far over', 'near', 'full', 'roomy', 'endless'])
})
