import type { PageReason } from '../../src-preload/contract/model/told.ts'

/** What happened, and what to do next where there is anything to do. */
export type Sentences = readonly [message: string] | readonly [message: string, next: string]

/** Sentences by reason, as the catalogue has them: `told.zone-unknown` and `told.zone-unknown-next`. */
export const toldCatalogue = (sentences: Readonly<Record<PageReason, Sentences>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sentences).flatMap(([reason, [message, next]]) => [
      [`told.${reason}`, message],
      ...(next === undefined ? [] : [[`told.${reason}-next`, next]]),
    ]),
  )
