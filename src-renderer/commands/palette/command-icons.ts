import {
  Activity,
  ArrowLeftRight,
  AtSign,
  CalendarClock,
  CalendarDays,
  ChevronRight,
  FileText,
  HeartPulse,
  Keyboard,
  type LucideIcon,
  Pause,
  PenLine,
  Play,
  Plug,
  Redo2,
  Save,
  Search,
  Settings2,
  Sun,
  SunMoon,
  Timer,
  Undo2,
  UserCheck,
} from 'lucide-react'
import type { CommandId } from '../command-list.ts'

const ICONS: Partial<Record<CommandId, LucideIcon>> = {
  'everywhere.new-post': PenLine,
  'everywhere.palette': Search,
  'everywhere.search': Search,
  'everywhere.undo': Undo2,
  'everywhere.redo': Redo2,
  'everywhere.connect': Plug,
  'everywhere.check-accounts': UserCheck,
  'everywhere.snapshot': Save,
  'everywhere.appearance': SunMoon,
  'everywhere.help': Keyboard,
  'going.today': Sun,
  'going.queue': CalendarClock,
  'going.calendar': CalendarDays,
  'going.drafts': FileText,
  'going.slots': Timer,
  'going.accounts': AtSign,
  'going.settings': Settings2,
  'going.exchange': ArrowLeftRight,
  'going.activity': Activity,
  'going.health': HeartPulse,
}

/** The picture of a command; what has none of its own has that of something to do. */
export const commandIcon = (id: CommandId, paused: boolean): LucideIcon =>
  id === 'everywhere.pause' ? (paused ? Play : Pause) : (ICONS[id] ?? ChevronRight)
