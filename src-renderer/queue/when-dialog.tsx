import { Suspense, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { WhenChoice } from '../composer/send/when-choice.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { latePart } from '../ui/late-part.tsx'
import { say } from '../words/say.ts'
import './when-dialog.css'

const WhenPanel = latePart(async () => (await import('../composer/send/when-panel.tsx')).WhenPanel)

type WhenDialogProps = {
  title: string
  /** The time there is now; left out: there are several. */
  chosen?: WhenChoice
  /** Takes the time over; what comes back is why it could not be done. */
  onChoose: (choice: WhenChoice) => Promise<Failure | null>
  onClose: () => void
}

/** Another time. */
export const WhenDialog = ({ title, chosen, onChoose, onClose }: WhenDialogProps) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  return (
    <Dialog title={title} onClose={onClose}>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="reschedule">
        <Suspense fallback={<Spinner />}>
          <WhenPanel
            confirm={say('item.reschedule')}
            chosen={chosen ?? null}
            onChoose={(choice) => void onChoose(choice).then(setFailure)}
          />
        </Suspense>
      </div>
    </Dialog>
  )
}
