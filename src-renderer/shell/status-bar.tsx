import { Pause, Play, TriangleAlert, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Status } from '../../src-preload/contract/model/status.ts'
import type { Connection } from '../bridge/connection.ts'
import { formatClock, formatRelative, formatSpan, zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'
import { useDesk } from './desk-context.ts'
import './status-bar.css'

/** The scheduler looks at least once a minute; silence for longer than this is worth a word. */
const SILENT = 150_000

/** Whether anybody is at work: the connection, the pause, or the scheduler's pulse. */
export const StatusBar = () => {
  const { link, pulse, settings } = useDesk()
  const connection = useStore(link.connection)
  const status = useStore(pulse.state, (s) => s.status)
  const zone = useStore(settings.state, (s) => s.zone)
  const paused = useStore(settings.state, (s) => s.paused)
  return (
    <footer className="status-bar" aria-label={say('frame.status')}>
      {connection.state !== 'open' ? (
        <Lost connection={connection} />
      ) : paused ? (
        <Paused />
      ) : (
        status !== null && <Pulse status={status} />
      )}
      {status !== null && status.unreadable > 0 && <Unreadable count={status.unreadable} />}
      {!paused && connection.state === 'open' && <PauseButton />}
      <span className="status-zone" title={say('frame.zone', { zone })}>
        <span aria-hidden="true">{zoneCity(zone)}</span>
        <span className="unseen">{say('frame.zone', { zone })}</span>
      </span>
    </footer>
  )
}

const Line = ({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) => (
  <div className={`status-line status-${tone}`}>
    {icon}
    {children}
  </div>
)

const Lost = ({ connection }: { connection: Connection }) => {
  const { link } = useDesk()
  const now = useNow()
  if (connection.state === 'refused') {
    return (
      <Line tone="trouble" icon={<Unplug size="0.875rem" aria-hidden="true" />}>
        <output>{say('frame.key-refused')}</output>
      </Line>
    )
  }
  const retryAt = connection.state === 'lost' ? connection.retryAt : null
  return (
    <Line
      tone="trouble"
      icon={retryAt === null ? <Spinner size="0.875rem" /> : <Unplug size="0.875rem" aria-hidden="true" />}
    >
      <output>{say('frame.no-answer')}</output>
      {retryAt !== null && <span>{say('frame.trying-again', { when: formatRelative(retryAt, now) })}</span>}
      <Button size="small" look="quiet" onPress={link.retryNow}>
        {say('frame.try-now')}
      </Button>
    </Line>
  )
}

/** Never silently not: what cannot be read will not be sent, and somebody must hear of it. */
const Unreadable = ({ count }: { count: number }) => (
  <Line tone="trouble" icon={<TriangleAlert size="0.875rem" aria-hidden="true" />}>
    <output title={say('frame.unreadable-kept')}>{say('frame.unreadable', { count })}</output>
  </Line>
)

/** The one button of the two that is there. */
const PAUSE = 'status-pause'

const usePause = (): ((paused: boolean) => Promise<void>) => {
  const { settings, toasts } = useDesk()
  return async (paused) => {
    const failure = await settings.update({ paused })
    if (failure !== null) return toasts.fail(failure)
    // The button that was pressed is gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById(PAUSE)?.focus()
    })
  }
}

const PauseButton = () => {
  const pause = usePause()
  return (
    <Button
      size="small"
      look="quiet"
      className="status-pause"
      id={PAUSE}
      icon={<Pause size="0.8125rem" aria-hidden="true" />}
      onPress={() => void pause(true)}
    >
      {say('frame.pause')}
    </Button>
  )
}

const Paused = () => {
  const pause = usePause()
  return (
    <Line tone="paused" icon={<Pause size="0.875rem" aria-hidden="true" />}>
      <output>{say('frame.paused')}</output>
      <Button id={PAUSE} size="small" look="quiet" icon={<Play size="0.875rem" />} onPress={() => void pause(false)}>
        {say('frame.resume')}
      </Button>
    </Line>
  )
}

/** For so long it is worth a word that nobody looked for a while. */
const WORTH_A_WORD = 3_600_000

const Pulse = ({ status: { lastLookAt, asleep, next } }: { status: Status }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow()
  const woke = asleep === null ? 0 : Date.parse(asleep.until)
  const looked = lastLookAt === null ? null : Date.parse(lastLookAt)
  if (looked === null || now - looked > SILENT) {
    return (
      <Line tone="trouble" icon={<TriangleAlert size="0.875rem" aria-hidden="true" />}>
        <span>
          {looked === null ? say('frame.never-looked') : say('frame.last-looked', { span: formatSpan(now - looked) })}
        </span>
      </Line>
    )
  }
  return (
    <Line tone="calm" icon={<span className="status-dot" aria-hidden="true" />}>
      <span className="status-looked">
        {say('frame.looked', { when: formatRelative(Math.min(looked, now - 1000), now) })}
      </span>
      {asleep !== null && now - woke < WORTH_A_WORD && (
        <span className="status-asleep">
          {say('frame.asleep', { from: formatClock(Date.parse(asleep.from), zone), to: formatClock(woke, zone) })}
        </span>
      )}
      <span className="status-next">
        {next === null ? say('frame.nothing-queued') : <NextPost next={next} now={now} />}
      </span>
    </Line>
  )
}

const NextPost = ({ next, now }: { next: NonNullable<Status['next']>; now: number }) => {
  const { route } = useDesk()
  const at = Date.parse(next.at)
  return (
    <Button
      size="small"
      look="quiet"
      className="status-link"
      onPress={() => route.go({ room: 'queue', itemId: next.itemId })}
    >
      {at <= now ? say('frame.next-due') : say('frame.next-post', { when: formatRelative(at, now) })}
    </Button>
  )
}
