import {
  Activity,
  ArrowLeftRight,
  AtSign,
  CalendarClock,
  CalendarDays,
  Ellipsis,
  FileText,
  HeartPulse,
  PenLine,
  Search,
  Settings2,
  Sun,
  Timer,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useStore } from 'zustand'
import type { CommandId } from '../commands/command-list.ts'
import { keysOf } from '../commands/keys-of.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Horn } from '../ui/horn.tsx'
import { Menu } from '../ui/menu.tsx'
import { useDesk } from './desk-context.ts'
import { keyName, keysForReaders } from './keys.ts'
import { needsAttention, upcoming } from './pulse-store.ts'
import { type Route, writeRoute } from './route.ts'
import { say, sayNumber } from '../words/say.ts'
import './sidebar.css'

/** The way around: write, then what was written, then who for. */
export const Sidebar = () => {
  const { pulse, drafts, accounts, settings, commands, writeNew } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  const newKeys = keysOf('everywhere.new-post', shortcuts)
  const readKeys = keysForReaders(newKeys)
  const status = useStore(pulse.state, (s) => s.status)
  const draftCount = useStore(drafts.state, (s) => `${s.posts.length}${s.cursor === null ? '' : '+'}`)
  const troubled = useStore(
    accounts.state,
    (s) => s.accounts.filter((one) => one.connection === 'signed-out' || one.connection === 'expiring').length,
  )
  const attention = status === null ? 0 : needsAttention(status)
  const queued = status === null ? 0 : upcoming(status)
  return (
    <aside className="sidebar" aria-label="Posthorn">
      <div className="sidebar-brand">
        <Horn size="1.625rem" />
        <span className="sidebar-word">Posthorn</span>
        <IconButton
          size="small"
          className="sidebar-find"
          label={say('commands.palette')}
          keys={keyName(keysOf('everywhere.palette', shortcuts))}
          icon={<Search size="1rem" aria-hidden="true" />}
          onPress={() => commands.run('everywhere.palette')}
        />
      </div>
      <Button
        look="primary"
        className="sidebar-new"
        icon={<PenLine size="1rem" aria-hidden="true" />}
        aria-label={say('frame.new-post')}
        {...(readKeys === undefined ? {} : { 'aria-keyshortcuts': readKeys })}
        onPress={() => writeNew()}
      >
        <span className="sidebar-word">{say('frame.new-post')}</span>
        <span className="sidebar-keys" data-keys={keyName(newKeys)} />
      </Button>
      <nav aria-label={say('frame.main')}>
        <ul>
          <Place to={{ room: 'today' }} command="going.today" label={say('frame.today')} icon={<Sun {...ICON} />} />
          <Place
            to={{ room: 'queue', itemId: null }}
            command="going.queue"
            label={say('frame.queue')}
            icon={<CalendarClock {...ICON} />}
          >
            {queued > 0 && <Count number={sayNumber(queued)} says={say('frame.queued', { count: queued })} />}
            {attention > 0 && (
              <Count urgent number={sayNumber(attention)} says={say('frame.attention', { count: attention })} />
            )}
          </Place>
          <Place
            to={{ room: 'calendar' }}
            command="going.calendar"
            label={say('frame.calendar')}
            icon={<CalendarDays {...ICON} />}
          />
          <Place
            to={{ room: 'drafts' }}
            command="going.drafts"
            label={say('frame.drafts')}
            icon={<FileText {...ICON} />}
          >
            {draftCount !== '0' && (
              <Count number={draftCount} says={say('frame.drafts-count', { count: draftCount })} />
            )}
          </Place>
          <Place
            to={{ room: 'slots' }}
            far
            command="going.slots"
            label={say('frame.slots')}
            icon={<Timer {...ICON} />}
          />
          <Place
            to={{ room: 'accounts' }}
            far
            command="going.accounts"
            label={say('frame.accounts')}
            icon={<AtSign {...ICON} />}
          >
            {troubled > 0 && (
              <Count urgent number={sayNumber(troubled)} says={say('frame.attention', { count: troubled })} />
            )}
          </Place>
          <Place
            to={{ room: 'settings' }}
            far
            command="going.settings"
            label={say('frame.settings')}
            icon={<Settings2 {...ICON} />}
          />
          <li className="sidebar-more">
            <More troubled={troubled} />
          </li>
        </ul>
        <ul className="sidebar-seldom">
          {SELDOM.map(({ room, command, name, Icon }) => (
            <Place key={room} to={{ room }} far command={command} label={say(name)} icon={<Icon {...ICON} />} />
          ))}
        </ul>
      </nav>
    </aside>
  )
}

const ICON = { size: '1.125rem' } as const

const SELDOM = [
  { room: 'exchange', command: 'going.exchange', name: 'frame.exchange', Icon: ArrowLeftRight },
  { room: 'activity', command: 'going.activity', name: 'frame.activity', Icon: Activity },
  { room: 'health', command: 'going.health', name: 'frame.health', Icon: HeartPulse },
] as const

/** Where the window is narrow: the places that the bar has no room for. */
const FAR = [
  { room: 'slots', name: 'frame.slots', Icon: Timer },
  { room: 'accounts', name: 'frame.accounts', Icon: AtSign },
  { room: 'settings', name: 'frame.settings', Icon: Settings2 },
  ...SELDOM,
] as const

const More = ({ troubled }: { troubled: number }) => {
  const { route } = useDesk()
  const here = useStore(route.state, (s) => FAR.some(({ room }) => room === s.route.room))
  return (
    <Menu
      label={say('common.more')}
      trigger={
        <AriaButton className="sidebar-place" data-here={here || undefined}>
          <span className="sidebar-icon" aria-hidden="true">
            <Ellipsis {...ICON} />
          </span>
          <span className="sidebar-label words">{say('common.more')}</span>
          {troubled > 0 && (
            <Count urgent number={sayNumber(troubled)} says={say('frame.attention', { count: troubled })} />
          )}
        </AriaButton>
      }
      entries={FAR.map(({ room, name, Icon: Sign }) => ({
        key: room,
        label: say(name),
        icon: <Sign size="1rem" aria-hidden="true" />,
        run: () => route.go({ room }),
      }))}
    />
  )
}

const Count = ({ number, says, urgent = false }: { number: string; says: string; urgent?: boolean }) => (
  <span className={urgent ? 'sidebar-count sidebar-urgent' : 'sidebar-count'} title={says}>
    <span aria-hidden="true">{number}</span>
    <span className="unseen">{says}</span>
  </span>
)

type PlaceProps = {
  to: Route
  /** Asks for the same by key. */
  command: CommandId
  label: string
  icon: ReactNode
  /** Not in the bar of a narrow window, but behind `More`. */
  far?: boolean
  children?: ReactNode
}

const Place = ({ to, command, label, icon, far = false, children }: PlaceProps) => {
  const { route, settings } = useDesk()
  const keys = useStore(settings.state, (s) => keyName(keysOf(command, s.shortcuts)))
  const here = useStore(route.state, (s) => s.route.room === to.room)
  return (
    <li {...(far ? { className: 'sidebar-far' } : {})}>
      <a
        className="sidebar-place"
        title={keys === '' ? label : `${label} (${keys})`}
        href={writeRoute(to)}
        {...(here ? { 'aria-current': 'page' } : {})}
        onClick={(event) => {
          // With a modifier it is the browser's to open it elsewhere.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          route.go(to)
        }}
      >
        <span className="sidebar-icon" aria-hidden="true">
          {icon}
        </span>
        <span className="sidebar-label words">{label}</span>
        {children}
      </a>
    </li>
  )
}
