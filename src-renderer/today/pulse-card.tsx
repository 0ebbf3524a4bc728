import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { say } from '../words/say.ts'

/** Whether anybody is at work: when the scheduler looked last, and whether it is paused. */
export const PulseCard = () => {
  const { pulse } = useDesk()
  const status = useStore(pulse.state, (s) => s.status)
  const now = useNow(5000)
  if (status === null) return null
  const looked = status.lastLookAt === null ? null : Math.min(Date.parse(status.lastLookAt), now - 1000)
  return (
    <section className="today-card" aria-labelledby="today-pulse">
      <header>
        <h2 id="today-pulse">{say('today.pulse')}</h2>
      </header>
      <p className="soft">
        {looked === null ? say('today.never-looked') : say('today.looks', { when: formatRelative(looked, now) })}{' '}
        {status.paused && say('today.paused')}
      </p>
      <RouteLink to={{ room: 'health' }}>{say('today.see-health')}</RouteLink>
    </section>
  )
}
