import type { Attempt, AttemptOutcome } from '../../src-preload/contract/model/item.ts'
import type { ChipTone } from '../ui/chip-tone.ts'
import { say } from '../words/say.ts'

const TONES: Readonly<Record<AttemptOutcome, ChipTone>> = {
  open: 'blue',
  published: 'green',
  rejected: 'red',
  retry: 'amber',
  limited: 'amber',
  'signed-out': 'red',
  unclear: 'violet',
  'handed-over': 'blue',
  'settled-found': 'green',
  'settled-absent': 'grey',
}

/** What an attempt came to, in a word or two. */
export const outcomeWords = ({
  outcome,
  failure,
}: Pick<Attempt, 'outcome' | 'failure'>): { label: string; tone: ChipTone } =>
  failure?.code === 'by-hand'
    ? { label: say('activity.outcome.by-hand'), tone: 'blue' }
    : { label: say(`activity.outcome.${outcome}`), tone: TONES[outcome] }
