import { AtSign, Settings2 } from 'lucide-react'
import { SETTINGS_PAGES, settingsPageName } from '../../settings/settings-page.ts'
import type { Desk } from '../../shell/desk.ts'
import { say } from '../../words/say.ts'
import { type CommandId, COMMANDS } from '../command-list.ts'
import { commandOf, isEverywhere, keysOf } from '../keys-of.ts'
import { commandIcon } from './command-icons.ts'
import type { Entry } from './entry.ts'

const commandEntry = ({ commands, settings, habits }: Desk, id: CommandId, group: Entry['group']): Entry => {
  const row = commandOf(id)
  const { paused, shortcuts } = settings.state.getState()
  const label = commands.state.getState().bound.get(id)?.says ?? say(row.name)
  return {
    id,
    group,
    icon: commandIcon(id, paused),
    label,
    note: '',
    keys: keysOf(id, shortcuts),
    names: [label, `${say(`commands.group-${row.group}`)} ${say(row.name)}`],
    run: () => {
      habits.rememberCommand(id)
      commands.run(id)
    },
  }
}

/** Steps from post to post: who opens the palette has the hands off the arrows. */
const STEPS: ReadonlySet<CommandId> = new Set([
  'queue.next',
  'queue.previous',
  'queue.pick-next',
  'queue.pick-previous',
])

/**
 * What can be asked for now: what the open room has, steps last, then what there is everywhere, of that first what was
 * used lately.
 */
export const commandEntries = (desk: Desk): readonly Entry[] => {
  const { bound } = desk.commands.state.getState()
  // The palette is open already.
  const rows = COMMANDS.filter(({ id }) => bound.has(id) && id !== 'everywhere.palette')
  const everywhere = rows.filter(({ group }) => isEverywhere(group))
  const inRoom = rows.filter((row) => !everywhere.includes(row))
  const here = [...inRoom.filter(({ id }) => !STEPS.has(id)), ...inRoom.filter(({ id }) => STEPS.has(id))]
  const recent = desk.habits.recentCommands().flatMap((id) => everywhere.find((row) => row.id === id) ?? [])
  const rest = everywhere.filter((row) => !recent.includes(row))
  return [
    ...here.map(({ id, group }) => commandEntry(desk, id, group)),
    ...recent.map(({ id }) => commandEntry(desk, id, 'recent')),
    ...rest.map(({ id, group }) => commandEntry(desk, id, group)),
  ]
}

/** Places that are found by their name alone. */
export const placeEntries = ({ accounts, route }: Desk): readonly Entry[] => [
  ...SETTINGS_PAGES.map((page): Entry => {
    const label = settingsPageName(page)
    return {
      id: `settings.${page}`,
      group: 'settings',
      icon: Settings2,
      label,
      note: '',
      keys: '',
      names: [label, `${say('commands.group-settings')} ${label}`],
      run: () => route.go({ room: 'settings', page }),
    }
  }),
  ...accounts.state.getState().accounts.map((account): Entry => {
    const channel = accounts.channel(account.channel)?.name ?? ''
    return {
      id: account.id,
      group: 'accounts',
      icon: AtSign,
      label: account.name,
      note: channel,
      keys: '',
      names: [account.name, channel],
      run: () => route.go({ room: 'accounts', details: account.id }),
    }
  }),
]
