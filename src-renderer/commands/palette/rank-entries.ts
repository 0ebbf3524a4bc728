import { matchSorter, rankings } from 'match-sorter'
import type { Entry } from './entry.ts'

/** More than these nobody reads; who looks for another types on. */
const MOST = 12

const isCommand = ({ group }: Entry): boolean => group !== 'settings' && group !== 'accounts'

/** The entries that a text means, the likeliest first: by how well the words match, then by the order they had. */
export const rankEntries = (entries: readonly Entry[], text: string): readonly Entry[] =>
  rankBy(entries, text, rankings.CONTAINS)

/** Commands that have its letters somewhere (`mks` makes a snapshot): worth a guess where nothing else is found. */
export const guessEntries = (entries: readonly Entry[], text: string): readonly Entry[] =>
  rankBy(entries.filter(isCommand), text, rankings.MATCHES)

type Threshold = (typeof rankings)['CONTAINS' | 'MATCHES']

const rankBy = (entries: readonly Entry[], text: string, threshold: Threshold): readonly Entry[] => {
  const order = new Map(entries.map((entry, index) => [entry, index]))
  return matchSorter(entries, text.trim(), {
    keys: [(entry) => [...entry.names]],
    threshold,
    baseSort: (a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0),
  }).slice(0, MOST)
}

export type Section = { readonly group: Entry['group']; readonly entries: readonly Entry[] }

/** Entries under their headings; a heading stands where its best entry would. */
export const sectionsOf = (entries: readonly Entry[]): readonly Section[] =>
  [...Map.groupBy(entries, ({ group }) => group)].map(([group, inIt]) => ({ group, entries: inIt }))
