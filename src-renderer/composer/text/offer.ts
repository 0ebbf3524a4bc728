import type { Mark } from '../../../src-preload/contract/model/channel.ts'

/** Something that can be put in the place of what is being typed. */
export type Offer = {
  readonly key: string
  /** An account's picture, or a sign. */
  readonly face: { kind: 'person'; mark: Mark | undefined } | { kind: 'sign'; sign: string }
  readonly name: string
  readonly detail: string
  /** Where it is from, or how often it was used. */
  readonly where: string
  readonly insert: string
  /** Whether a space follows it, for the next word. */
  readonly gap: boolean
}
