import { CircleAlert, CircleCheck, CircleDot, FileSearch, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useHealth } from '../accounts/use-health.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { describeItem } from '../queue/item/item-words.ts'
import { useReply } from '../shell/use-reply.ts'
import { problemWords } from '../today/readiness-words.ts'
import { useTitle } from '../shell/use-title.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { type HealthCheck, healthChecks, type HealthPart, type Standing } from './health-checks.ts'
import { formatSize } from '../words/size.ts'
import './health.css'

/** So often it is looked at while it is on show, in milliseconds. */
const ASK_EVERY = 10_000
/** So many posts that wait are asked for, to tell why. */
const WAITING = 100

/** Whether everything that Posthorn stands on works, and what to send to somebody who helps. */
export const HealthRoom = () => {
  const { settings, accounts } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const { value: health, failure, again } = useReply('health.get', {})
  const ofAccounts = useHealth()
  const { value: waiting, again: askWaiting } = useReply('items.list', {
    states: ['waiting'],
    order: 'soonest',
    limit: WAITING,
  })
  const { value: readiness, again: askReadiness } = useReply('readiness.get', {})
  const now = useNow(10_000)
  const [diagnosing, setDiagnosing] = useState(false)
  useTitle(say('health.title'))
  useEffect(() => {
    const ask = (): void => {
      if (document.hidden) return
      again()
      askWaiting()
      askReadiness()
    }
    const timer = setInterval(ask, ASK_EVERY)
    return () => clearInterval(timer)
  }, [again, askWaiting, askReadiness])
  const nameOf = (accountId: string): string => accounts.account(accountId)?.name ?? ''
  const waitsFor = (accountId: string): string | null => {
    const row = waiting?.entries.find((one) => one.accountId === accountId)
    if (row === undefined) return null
    const channel = accounts.channel(row.channel)?.name ?? row.channel
    return describeItem(row, { now, zone, channel, account: row.account }).cause
  }
  const plannedFor = (accountId: string): string | null => {
    const problem = readiness?.problems.find((one) => one.kind === 'account' && one.accountId === accountId)
    return problem === undefined ? null : problemWords(problem, { zone, now }).what
  }
  return (
    <>
      <header className="room-head">
        <h1>{say('health.title')}</h1>
        <Button icon={<RefreshCw size="1rem" aria-hidden="true" />} onPress={again}>
          {say('health.look-again')}
        </Button>
      </header>
      <div className="room-body health">
        {failure !== null && <FailureNote failure={failure} />}
        {health === null && failure === null && <RowsSkeleton />}
        {health !== null && (
          <>
            <Checks checks={healthChecks(health, ofAccounts, { now, zone, nameOf, waitsFor, plannedFor })} />
            <p className="faint">
              {say('health.about', { version: health.version, memory: formatSize(health.memory) })}
            </p>
          </>
        )}
        <section className="health-help">
          <h2>{say('health.help')}</h2>
          <p className="soft">{say('health.help-why')}</p>
          <Button icon={<FileSearch size="1rem" aria-hidden="true" />} onPress={() => setDiagnosing(true)}>
            {say('health.diagnostics')}
          </Button>
        </section>
      </div>
      {diagnosing && <DiagnosticsDialog onClose={() => setDiagnosing(false)} />}
    </>
  )
}

const ICONS: Readonly<Record<Standing, typeof CircleCheck>> = { good: CircleCheck, look: CircleDot, bad: CircleAlert }

const Checks = ({ checks }: { checks: readonly HealthCheck[] }) => {
  const troubled = checks.filter(({ standing }) => standing !== 'good').length
  return (
    <>
      <output className="health-sum">
        {troubled === 0 ? say('health.all-good') : say('health.to-see-to', { count: troubled })}
      </output>
      <ul className="health-checks">
        {checks.map(({ key, standing, title, says, to, parts }) => {
          const Icon = ICONS[standing]
          return (
            <li key={key} data-standing={standing}>
              <Icon size="1.125rem" aria-hidden="true" />
              <div>
                <h2>
                  {title}
                  <span className="unseen">: {say(`health.standing.${standing}`)}</span>
                </h2>
                <p>{says}</p>
                {parts !== undefined && <Parts parts={parts} />}
              </div>
              {to !== undefined && parts === undefined && standing !== 'good' && (
                <RouteLink to={to}>{say('health.see-to', { title })}</RouteLink>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Parts = ({ parts }: { parts: readonly HealthPart[] }) => (
  <ul className="health-parts">
    {parts.map(({ key, name, says, to, posts }) => (
      <li key={key}>
        <h3>{name}</h3>
        {says.map((one) => (
          <p key={one}>{one}</p>
        ))}
        <p className="health-ways">
          <RouteLink to={to}>{say('health.open-account', { name })}</RouteLink>
          {posts !== undefined && <RouteLink to={posts}>{say('health.see-waiting', { name })}</RouteLink>}
        </p>
      </li>
    ))}
  </ul>
)
