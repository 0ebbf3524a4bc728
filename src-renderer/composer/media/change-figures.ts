import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { formatSize } from '../../words/size.ts'

/** What is told of a file as it was attached and as it will be sent, such as `4000 × 3000` and `5.2 MB`. */
export type Figures = { before: readonly string[]; after: readonly string[] }

/** The figures of all that is done to one file, in the order in which it is done; null: nothing of it is a figure. */
export const figuresOf = (changes: readonly MediaChange[]): Figures | null => {
  const steps = changes.flatMap(({ told }) => (told === undefined ? [] : (stepOf(told) ?? [])))
  if (steps.length === 0) return null
  return {
    before: kinds.flatMap((kind) => steps.find((step) => step.kind === kind)?.before ?? []),
    after: kinds.flatMap((kind) => steps.findLast((step) => step.kind === kind)?.after ?? []),
  }
}

const kinds = ['sides', 'format', 'size'] as const
type Step = { kind: (typeof kinds)[number]; before: string; after: string }

const stepOf = ({ reason, about }: Told): Step | null => {
  const { before, after, beforeSize, afterSize, limitSize } = about
  if (reason === 'change-cut' || reason === 'change-resized')
    return { kind: 'sides', before: sidesIn(before), after: sidesIn(after) }
  if (reason === 'change-converted') return { kind: 'format', before: String(before), after: String(after) }
  // How small a video becomes is known when it is made.
  if (reason === 'change-smaller-video')
    return { kind: 'size', before: formatSize(Number(beforeSize)), after: `≤ ${formatSize(Number(limitSize))}` }
  if (reason !== 'change-smaller') return null
  return { kind: 'size', before: formatSize(Number(beforeSize)), after: formatSize(Number(afterSize)) }
}

const sidesIn = (told: string | number | undefined): string => String(told ?? '').replace(' x ', ' × ')
