import { FileWarning } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Upload } from './upload.ts'
import { say } from '../../words/say.ts'
import { useSession } from '../use-session.ts'
import { sayFailure } from '../../words/say-failure.ts'
import './media-card.css'
import './upload-card.css'

/** A file on its way in, or why it did not get there. */
export const UploadCard = ({ upload: { key, name, state } }: { upload: Upload }) => {
  const session = useSession()
  if (state.kind !== 'failed') {
    return (
      <li className="media-card media-coming">
        <div className="media-thumb">
          <Spinner size="1.375rem" />
        </div>
        <output className="media-name">{say('composer.copying', { name })}</output>
      </li>
    )
  }
  const said = sayFailure(state.failure)
  return (
    <li className="media-card media-failed" role="alert">
      <div className="media-thumb">
        <FileWarning size="1.375rem" aria-hidden="true" />
      </div>
      <div className="media-trouble">
        <p>
          {!said.message.includes(name) && `${name}: `}
          <strong>{said.message}</strong> {said.next}
        </p>
        <div className="failure-actions">
          <Button size="small" onPress={() => session.retryUpload(key)}>
            {say('common.try-again')}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={say('composer.remove-named', { name })}
            onPress={() => session.dropUpload(key)}
          >
            {say('composer.remove')}
          </Button>
        </div>
      </div>
    </li>
  )
}
