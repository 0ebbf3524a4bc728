import { CalendarClock, ChevronDown } from 'lucide-react'
import { Suspense } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { zoneCity } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { say } from '../../words/say.ts'
import { timeOf } from '../draft/draft.ts'
import { useWriting } from '../use-session.ts'
import { whenLabel, whenMoment } from './when-label.ts'
import './when-button.css'

// The calendar is large and not needed for the first letter.
const WhenChoices = latePart(async () => (await import('./when-choices.tsx')).WhenChoices)

/** Whose time is being chosen: null, that of all; undefined: nobody's. */
export type ChoosingTime = string | null | undefined

type WhenButtonProps = { about: ChoosingTime; onAbout: (about: ChoosingTime) => void; onChosen: () => void }

/** The time the post is set for; a press unfolds the choices. */
export const WhenButton = ({ about, onAbout, onChosen }: WhenButtonProps) => {
  const { settings, slots } = useDesk()
  const slotsNow = useStore(slots.state)
  const when = useWriting((s) => s.when)
  const zone = useWriting((s) => s.draft.zone)
  const count = useWriting((s) => s.draft.targets.filter((one) => timeOf(s.draft, one.accountId) !== null).length)
  const own = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const label = whenLabel(when, slotsNow, { zone: own, now })
  const moment = whenMoment(when, slotsNow, { zone: own, now })
  return (
    <DialogTrigger isOpen={about !== undefined} onOpenChange={(open) => onAbout(open ? null : undefined)}>
      <Button
        className="when-button"
        icon={<CalendarClock size="1rem" aria-hidden="true" />}
        aria-label={count === 0 ? say('composer.when', { label }) : say('composer.when-and-own', { label, count })}
      >
        <span className="when-label">
          <span className={moment === null ? undefined : 'when-whole'}>{label}</span>
          {moment !== null && <span className="when-moment">{moment}</span>}
        </span>
        {when.kind !== 'now' && (
          <span className="when-zone">
            {say('composer.time-zone-of', { city: zoneCity(when.kind === 'at' ? when.zone : zone) })}
          </span>
        )}
        <ChevronDown size="0.875rem" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="top end">
        <Dialog className="when-dialog" aria-label={say('composer.when-to-publish')}>
          <Suspense fallback={<Spinner />}>
            <WhenChoices
              about={about ?? null}
              onAbout={onAbout}
              onDone={() => {
                onAbout(undefined)
                onChosen()
              }}
            />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
