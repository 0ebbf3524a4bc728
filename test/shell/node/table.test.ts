import { expect, test } from 'vitest'
import { harmless, oneLine } from '../../../src-main/shell/node/output/plain-text.ts'
import { facts, table } from '../../../src-main/shell/node/output/table.ts'

test('keeps columns under their headings, whatever the letters are as wide as', () => {
  expect(
    table(
      ['name', 'state'],
      [
        ['Alice', 'valid'],
        ['写真の店', 'valid'],
        ['👩‍👩‍👧 home', 'valid'],
      ],
    ),
  ).toBe('NAME      STATE\nAlice     valid\n写真の店  valid\n👩‍👩‍👧 home   valid')
})

test('leaves out facts that are not there', () => {
  expect(facts({ state: 'waiting', link: null, tags: 'a, b' })).toBe('state  waiting\ntags   a, b')
})

test('cuts a text between letters, never through one', () => {
  expect(oneLine('two\n\n  lines', 20)).toBe('two lines')
  expect(oneLine('a long sentence', 8)).toBe('a long…')
  expect(oneLine('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toBe('👩‍👩‍👧👩‍👩‍👧…')
})

test('lets no text steer the terminal', () => {
  expect(harmless('\u001B[31mred\u001B[0m\u0007\r\nnext\u009B2Jline\u0000')).toBe('[31mred[0m\nnext2Jline')
  expect(oneLine('\u001B]0;title\u0007text', 40)).toBe(']0;titletext')
})
