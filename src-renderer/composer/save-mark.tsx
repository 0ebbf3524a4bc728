import { Check, CloudOff } from 'lucide-react'
import { useNow } from '../time/use-now.ts'
import { formatRelative } from '../time/format-time.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { postMode } from './draft/post-mode.ts'
import { useSession, useWriting } from './use-session.ts'

/** Whether the words are on disk. */
export const SaveMark = () => {
  const save = useWriting((s) => s.save)
  const mode = useWriting((s) => postMode(s.post))
  switch (save.kind) {
    case 'untouched':
      return null
    case 'unsaved':
      return <span className="save-mark">{mode === 'queued' ? 'Changes not saved yet' : 'Writing…'}</span>
    case 'saving':
      return (
        <span className="save-mark">
          <Spinner size="0.875rem" /> Saving
        </span>
      )
    case 'saved':
      return (
        <output className="save-mark save-mark-done">
          <Check size="0.9375rem" aria-hidden="true" /> Saved
        </output>
      )
    case 'failed':
      return <NotSaved retryAt={save.retryAt} message={`${save.failure.message} ${save.failure.next}`} />
  }
}

const NotSaved = ({ retryAt, message }: { retryAt: number; message: string }) => {
  const session = useSession()
  const now = useNow()
  return (
    <span className="save-mark save-mark-trouble">
      <CloudOff size="0.9375rem" aria-hidden="true" />
      <span role="alert">Not saved: {message}</span>
      <span>Trying again {formatRelative(retryAt, now)}.</span>
      <Button size="small" look="quiet" onPress={() => void session.save()}>
        Save now
      </Button>
    </span>
  )
}
