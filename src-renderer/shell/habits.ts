import { CALENDAR_VIEWS, type CalendarView } from '../calendar/days.ts'

const ACCOUNTS = 'posthorn.accounts'
const WELCOMED = 'posthorn.welcomed'
const CALENDAR = 'posthorn.calendar'
const COMMANDS = 'posthorn.commands'
/** Of more than these nobody remembers that they used them lately. */
const MOST_COMMANDS = 5

/** Small things this page remembers about how it is used. Losing them costs nobody anything. */
export type Habits = {
  /** Which accounts a new post starts with: those of the last one, else the only one there is. */
  chooseAccounts(usable: readonly string[]): readonly string[]
  rememberAccounts(accountIds: readonly string[]): void
  wasWelcomed(): boolean
  rememberWelcome(): void
  /** How the calendar was looked at last. */
  calendarView(): CalendarView
  rememberCalendarView(view: CalendarView): void
  /** Ids of the commands asked for last, newest first. */
  recentCommands(): readonly string[]
  rememberCommand(id: string): void
}

export const createHabits = (storage: Pick<Storage, 'getItem' | 'setItem'>): Habits => {
  const read = (key: string): string | null => {
    try {
      return storage.getItem(key)
    } catch {
      return null
    }
  }
  const write = (key: string, value: string): void => {
    try {
      storage.setItem(key, value)
    } catch {
      // Storage is full or shut; the habit is simply not kept.
    }
  }
  const recentCommands = (): readonly string[] => (read(COMMANDS) ?? '').split(' ').filter(Boolean)
  return {
    chooseAccounts: (usable) => {
      const last = (read(ACCOUNTS) ?? '').split(' ').filter((id) => usable.includes(id))
      return last.length > 0 ? last : usable.slice(0, 1)
    },
    rememberAccounts: (accountIds) => write(ACCOUNTS, accountIds.join(' ')),
    wasWelcomed: () => read(WELCOMED) !== null,
    rememberWelcome: () => write(WELCOMED, 'yes'),
    calendarView: () => CALENDAR_VIEWS.find((view) => view === read(CALENDAR)) ?? 'week',
    rememberCalendarView: (view) => write(CALENDAR, view),
    recentCommands,
    rememberCommand: (id) =>
      write(COMMANDS, [id, ...recentCommands().filter((one) => one !== id)].slice(0, MOST_COMMANDS).join(' ')),
  }
}
