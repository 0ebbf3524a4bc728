import { Check, CloudOff } from 'lucide-react'
import { useNow } from '../time/use-now.ts'
import { formatRelative } from '../time/format-time.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { postMode } from './draft/post-mode.ts'
import { useSession, useWriting } from './use-session.ts'
import { say } from '../words/say.ts'
import { sayFailureInLine } from '../words/say-failure.ts'
import './save-mark.css'

/** Whether the words are on disk. */
export const SaveMark = () => {
  const save = useWriting((s) => s.save)
  const mode = useWriting((s) => postMode(s.post))
  switch (save.kind) {
    case 'untouched':
      return null
    case 'unsaved':
      return (
        <span className="save-mark">{say(mode === 'queued' ? 'composer.unsaved-queued' : 'composer.unsaved')}</span>
      )
    case 'saving':
      return (
        <span className="save-mark">
          <Spinner size="0.875rem" /> {say('composer.saving')}
        </span>
      )
    case 'saved':
      return (
        <output className="save-mark save-mark-done">
          <Check size="0.9375rem" aria-hidden="true" /> {say('composer.saved')}
        </output>
      )
    case 'failed':
      return <NotSaved retryAt={save.retryAt} message={sayFailureInLine(save.failure)} />
  }
}

const NotSaved = ({ retryAt, message }: { retryAt: number; message: string }) => {
  const session = useSession()
  const now = useNow()
  return (
    <span className="save-mark save-mark-trouble">
      <CloudOff size="0.9375rem" aria-hidden="true" />
      <span role="alert">{say('composer.not-saved', { message })}</span>
      <span>{say('composer.trying-again', { moment: formatRelative(retryAt, now) })}</span>
      <Button size="small" look="quiet" onPress={() => void session.save()}>
        {say('composer.save-now')}
      </Button>
    </span>
  )
}
