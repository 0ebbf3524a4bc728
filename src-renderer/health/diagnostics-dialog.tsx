import { Copy, Download } from 'lucide-react'
import { useDesk } from '../shell/desk-context.ts'
import { saveFile } from '../shell/save-file.ts'
import { useReply } from '../shell/use-reply.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'

/** What can be sent to somebody who helps, shown whole before it is copied or saved. */
export const DiagnosticsDialog = ({ onClose }: { onClose: () => void }) => {
  const { toasts } = useDesk()
  const { value, failure } = useReply('health.diagnostics', {})
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.tell(say('health.copied-text'))
    } catch {
      toasts.tell(say('health.copying-refused'))
    }
  }
  return (
    <Dialog
      title={say('health.diagnostics-title')}
      onClose={onClose}
      {...(value === null
        ? {}
        : {
            actions: (
              <>
                <Button icon={<Copy size="1rem" aria-hidden="true" />} onPress={() => void copy(value.text)}>
                  {say('health.copy')}
                </Button>
                <Button
                  look="primary"
                  icon={<Download size="1rem" aria-hidden="true" />}
                  onPress={() => saveFile(value.name, value.text, 'application/json')}
                >
                  {say('health.save')}
                </Button>
              </>
            ),
          })}
    >
      <p className="soft">{say('health.diagnostics-why')}</p>
      {failure !== null && <FailureNote failure={failure} />}
      {value === null && failure === null && <Spinner size="1.25rem" />}
      {value !== null && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is long, and has to be scrolled by keys
        <pre className="diagnostics" tabIndex={0} aria-label={value.name}>
          {value.text}
        </pre>
      )}
    </Dialog>
  )
}
