import type { Asked } from './judge.ts'
import type { Round } from './kill-plan.ts'

/** A text of a round, wherever it stands. */
export const TEXTS = /round \d+ (?:plain|part \d)\./g

/** A post of a round, as it is asked for. */
export type RoundPost = Asked & { text: string; thread: boolean }

/** The posts of a round: a plain one, which may have a picture, and a thread of three parts. */
export const postsOf = ({ number, channels, picture }: Round): readonly RoundPost[] =>
  [[`round ${number} plain.`], [1, 2, 3].map((part) => `round ${number} part ${part}.`)].map((parts) => ({
    parts,
    text: parts.join('\n---\n'),
    thread: parts.length > 1,
    picture: picture && parts.length === 1,
    channels,
  }))

/** Repeatable dice (mulberry32) for one round, whoever runs it. */
export const diceFor = (seed: number, round: number): (() => number) => {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
