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
  TriangleAlert,
  Undo2,
} from 'lucide-react'
import { useStore } from 'zustand'
import type { CalendarEntry } from '../../src-preload/contract/model/calendar.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { isCutOff, stateName } from '../queue/item/item-words.ts'
import { useDesk } from '../shell/desk-context.ts'
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

const CUT_OFF: Look = { icon: TriangleAlert, tone: 'amber' }

/** How a post stands: its picture with the colour, and in a word or two. */
export type Standing = Look & { says: string }

/** How entries of one post that are alike stand; where one of their accounts cannot publish, that is told. */
export const useStanding = (entries: readonly [CalendarEntry, ...CalendarEntry[]]): Standing => {
  const { accounts } = useDesk()
  const isCut = useStore(accounts.state, () =>
    entries.some((entry) => isCutOff(entry, accounts.account(entry.accountId)?.connection)),
  )
  const [{ state, external, unpublishedAt }] = entries
  if (external) return { ...EXTERNAL, says: say('calendar.state-external') }
  if (unpublishedAt !== null) return { ...TAKEN_DOWN, says: say('calendar.state-taken-down') }
  if (state === 'scheduled' && isCut) return { ...CUT_OFF, says: say('calendar.state-cut-off') }
  return { ...LOOKS[state], says: stateName(state) }
}

/** The picture of a state. Its word stands elsewhere. */
export const StateMark = ({ standing: { icon: Icon } }: { standing: Standing }) => (
  <Icon className="cal-state" size="0.875em" aria-hidden="true" />
)
