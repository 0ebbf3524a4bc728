import { AtSign, CalendarClock, CalendarDays, FileText, PenLine, Settings2, Sun, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Button } from '../ui/button.tsx'
import { Horn } from '../ui/horn.tsx'
import { useDesk } from './desk-context.ts'
import { keyName } from './keys.ts'
import { needsAttention, upcoming } from './pulse-store.ts'
import { type Route, writeRoute } from './route.ts'
import { say } from '../words/say.ts'
import './sidebar.css'

/** The way around: write, then what was written, then who for. */
export const Sidebar = () => {
  const { pulse, drafts, accounts, writeNew } = useDesk()
  const status = useStore(pulse.state, (s) => s.status)
  const draftCount = useStore(drafts.state, (s) => `${s.posts.length}${s.cursor === null ? '' : '+'}`)
  const troubled = useStore(
    accounts.state,
    (s) => s.accounts.filter((one) => one.connection === 'signed-out' || one.connection === 'expiring').length,
  )
  const attention = status === null ? 0 : needsAttention(status)
  const queued = status === null ? 0 : upcoming(status)
  return (
    <aside className="sidebar">
      <div className="sidebar-brand">
        <Horn size="1.625rem" />
        <span className="sidebar-word">Posthorn</span>
      </div>
      <Button
        look="primary"
        className="sidebar-new"
        icon={<PenLine size="1rem" aria-hidden="true" />}
        aria-label={say('frame.new-post')}
        aria-keyshortcuts="Control+N Meta+N"
        onPress={writeNew}
      >
        <span className="sidebar-word">{say('frame.new-post')}</span>
        <span className="sidebar-keys" data-keys={keyName('Mod+N')} />
      </Button>
      <nav aria-label={say('frame.main')}>
        <ul>
          <Place to={{ room: 'today' }} label={say('frame.today')} icon={<Sun size="1.125rem" />} />
          <Place
            to={{ room: 'queue', itemId: null }}
            label={say('frame.queue')}
            icon={<CalendarClock size="1.125rem" />}
          >
            {queued > 0 && <Count number={String(queued)} says={say('frame.queued', { count: queued })} />}
            {attention > 0 && (
              <Count urgent number={String(attention)} says={say('frame.attention', { count: attention })} />
            )}
          </Place>
          <Place to={{ room: 'calendar' }} label={say('frame.calendar')} icon={<CalendarDays size="1.125rem" />} />
          <Place to={{ room: 'drafts' }} label={say('frame.drafts')} icon={<FileText size="1.125rem" />}>
            {draftCount !== '0' && (
              <Count number={draftCount} says={say('frame.drafts-count', { count: draftCount })} />
            )}
          </Place>
          <Place to={{ room: 'slots' }} label={say('frame.slots')} icon={<Timer size="1.125rem" />} />
          <Place to={{ room: 'accounts' }} label={say('frame.accounts')} icon={<AtSign size="1.125rem" />}>
            {troubled > 0 && (
              <Count urgent number={String(troubled)} says={say('frame.attention', { count: troubled })} />
            )}
          </Place>
          <Place to={{ room: 'settings' }} label={say('frame.settings')} icon={<Settings2 size="1.125rem" />} />
        </ul>
      </nav>
    </aside>
  )
}

const Count = ({ number, says, urgent = false }: { number: string; says: string; urgent?: boolean }) => (
  <span className={urgent ? 'sidebar-count sidebar-urgent' : 'sidebar-count'} title={says}>
    <span aria-hidden="true">{number}</span>
    <span className="unseen">{says}</span>
  </span>
)

type PlaceProps = { to: Route; label: string; icon: ReactNode; children?: ReactNode }

const Place = ({ to, label, icon, children }: PlaceProps) => {
  const { route } = useDesk()
  const here = useStore(route.state, (s) => s.route.room === to.room)
  return (
    <li>
      <a
        className="sidebar-place"
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
        <span className="sidebar-label">{label}</span>
        {children}
      </a>
    </li>
  )
}
