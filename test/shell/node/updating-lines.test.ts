import { expect, test } from 'vitest'
import { tellUpdating } from '../../../src-main/shell/node/output/updating-lines.ts'

/** The lines of an update whose shares come at these moments, in milliseconds. */
const linesOf = (shares: readonly [at: number, share: number][]): string[] => {
  const lines: string[] = []
  let now = 0
  const tell = tellUpdating({ now: () => now, write: (line) => void lines.push(line) })
  for (const [at, share] of shares) {
    now = at
    tell(share)
  }
  return lines
}

test('an update that takes its time has a line for every tenth of it, and never one twice', () => {
  const lines = linesOf([
    [0, 0.02],
    [900, 0.15],
    [1500, 0.21],
    [1600, 0.22],
    [4000, 0.5],
    [9000, 1],
  ])
  expect(lines).toEqual([20, 50, 100].map((percent) => `Bringing the database up to date: ${percent} %\n`))
})

test('one that is over at once has none', () => {
  expect(
    linesOf([
      [0, 0.2],
      [50, 1],
    ]),
  ).toEqual([])
})
