import { CircleAlert, Gauge, Hourglass } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import { useWriting } from '../use-session.ts'
import { costLine, heldGroups, LIMIT_FAILURES } from './forecast-words.ts'
import { joinNames } from './join-names.ts'
import './forecast-notes.css'

/** Before the press: where a limit makes it later or stops it. */
export const ForecastNotes = () => {
  const { accounts, settings } = useDesk()
  const forecast = useWriting((s) => s.forecast)
  const refused = useWriting((s) => s.failure !== null && LIMIT_FAILURES.has(s.failure.code))
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  if (forecast === null) return null
  // Once the press of the button was refused, that says it all.
  const groups = refused ? [] : heldGroups(forecast)
  return (
    <div className="forecast" aria-live="polite">
      {groups.map(({ accountIds, at, reason }) => {
        const names = joinNames(accountIds.map((id) => accounts.account(id)?.name ?? say('composer.an-account-begins')))
        return (
          <div key={accountIds.join(' ')} className="forecast-note" data-refused={at === null || undefined}>
            {at === null ? (
              <CircleAlert size="1rem" aria-hidden="true" />
            ) : (
              <Hourglass size="1rem" aria-hidden="true" />
            )}
            <p>
              <strong>
                {at === null
                  ? say('composer.held-never', { names })
                  : say('composer.held-until', { names, moment: formatMomentInText(Date.parse(at), zone, now) })}
              </strong>{' '}
              {reason} {at === null && say('composer.held-advice')}
            </p>
            <SeeLimits />
          </div>
        )
      })}
    </div>
  )
}

/** What it will take, and what is left. */
export const ForecastLine = () => {
  const { limits } = useDesk()
  const forecast = useWriting((s) => s.forecast)
  const meters = useStore(limits.state, (s) => s.meters)
  const line = forecast === null ? null : costLine(forecast, meters)
  return (
    <p className="forecast-line" aria-live="polite">
      {line !== null && (
        <>
          <Gauge size="0.9375rem" aria-hidden="true" />
          {line}
        </>
      )}
    </p>
  )
}

export const SeeLimits = () => {
  const { route } = useDesk()
  return (
    <Button size="small" onPress={() => route.go({ room: 'settings', page: 'limits' })}>
      {say('composer.see-limits')}
    </Button>
  )
}
