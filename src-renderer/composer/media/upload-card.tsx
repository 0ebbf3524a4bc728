import { FileWarning } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Upload } from './upload.ts'
import { useSession } from '../use-session.ts'

/** A file on its way in, or why it did not get there. */
export const UploadCard = ({ upload: { key, name, state } }: { upload: Upload }) => {
  const session = useSession()
  if (state.kind !== 'failed') {
    return (
      <li className="media-card media-coming">
        <div className="media-thumb">
          <Spinner size="1.375rem" />
        </div>
        <output className="media-name">Copying {name}</output>
      </li>
    )
  }
  return (
    <li className="media-card media-failed" role="alert">
      <div className="media-thumb">
        <FileWarning size="1.375rem" aria-hidden="true" />
      </div>
      <div className="media-trouble">
        <p>
          {!state.failure.message.includes(name) && `${name}: `}
          <strong>{state.failure.message}</strong> {state.failure.next}
        </p>
        <div className="failure-actions">
          <Button size="small" onPress={() => session.retryUpload(key)}>
            Try again
          </Button>
          <Button size="small" look="quiet" aria-label={`Remove ${name}`} onPress={() => session.dropUpload(key)}>
            Remove
          </Button>
        </div>
      </div>
    </li>
  )
}
