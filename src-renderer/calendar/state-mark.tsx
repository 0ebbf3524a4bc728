import {
  Ban,
  CalendarX2,
  Check,
  CircleAlert,
  CircleHelp,
  Clock,
  FileText,
  Globe,
  Hourglass,
  type LucideIcon,
  Send,
  Undo2,
} from 'lucide-react'
import type { CalendarEntry } from '../../src-preload/contract/model/calendar.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { stateName } from '../queue/item/item-words.ts'
import type { ChipTone } from '../ui/chip-tone.ts'
import { say } from '../words/say.ts'

type Look = { icon: LucideIcon; tone: ChipTone }

const LOOKS: Readonly<Record<ItemState, Look>> = {
  draft: { icon: FileText, tone: 'grey' },
  scheduled: { icon: Clock, tone: 'blue' },
  waiting: { icon: Hourglass, tone: 'amber' },
  publishing: { icon: Send, tone: 'blue' },
  published: { icon: Check, tone: 'green' },
  failed: { icon: CircleAlert, tone: 'red' },
  unconfirmed: { icon: CircleHelp, tone: 'violet' },
  missed: { icon: CalendarX2, tone: 'orange' },
  cancelled: { icon: Ban, tone: 'grey' },
}
const EXTERNAL: Look = { icon: Globe, tone: 'grey' }
const TAKEN_DOWN: Look = { icon: Undo2, tone: 'grey' }

type Stands = Pick<CalendarEntry, 'state' | 'external' | 'unpublishedAt'>

const lookOf = ({ state, external, unpublishedAt }: Stands): Look =>
  external ? EXTERNAL : unpublishedAt === null ? LOOKS[state] : TAKEN_DOWN

export const toneOf = (entry: Stands): ChipTone => lookOf(entry).tone

/** How a post stands, in a word or two. */
export const stateInWords = ({ state, external, unpublishedAt }: Stands): string => {
  if (external) return say('calendar.state-external')
  return unpublishedAt === null ? stateName(state) : say('calendar.state-taken-down')
}

/** The picture of a state. Its word stands elsewhere. */
export const StateMark = ({ entry }: { entry: Stands }) => {
  const { icon: Icon } = lookOf(entry)
  return <Icon className="cal-state" size="0.875em" aria-hidden="true" />
}
