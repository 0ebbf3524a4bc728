import { expect, test } from 'vitest'
import { itemId } from '../../src-preload/contract/model/common.ts'
import { createSystemIds } from '../../src-main/shell/system-ids.ts'

test('makes identifiers that the contract takes and that sort in the order of their making', () => {
  const ids = createSystemIds()
  const made = Array.from({ length: 10_000 }, () => ids.make('itm'))
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(itemId.parse(made[0])).toMatch(/^itm_[0-9A-Z]{26}$/)
})
