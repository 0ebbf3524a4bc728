import { CalendarClock, ChevronDown } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useNow } from '../../time/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useSession, useWriting } from '../use-session.ts'
import { whenLabel } from './when-label.ts'

// The calendar is large and not needed for the first letter.
const WhenPanel = lazy(async () => ({ default: (await import('./when-panel.tsx')).WhenPanel }))

type WhenButtonProps = { open: boolean; onOpen: (open: boolean) => void; onChosen: () => void }

/** The time the post is set for; a press unfolds the choices. */
export const WhenButton = ({ open, onOpen, onChosen }: WhenButtonProps) => {
  const session = useSession()
  const { settings, slots } = useDesk()
  const slotsNow = useStore(slots.state)
  const when = useWriting((s) => s.when)
  const own = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const label = whenLabel(when, slotsNow, { zone: own, now })
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpen}>
      <Button icon={<CalendarClock size="1rem" aria-hidden="true" />} aria-label={`When: ${label}`}>
        <span className="when-label">{label}</span>
        <ChevronDown size="0.875rem" aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="top end">
        <Dialog className="when-dialog" aria-label="When to publish">
          <Suspense fallback={<Spinner />}>
            <WhenPanel
              chosen={when}
              onChoose={(choice) => {
                session.setWhen(choice)
                onOpen(false)
                onChosen()
              }}
            />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
