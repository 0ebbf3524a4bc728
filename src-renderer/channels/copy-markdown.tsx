import { ClipboardCopy } from 'lucide-react'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'

/** Copies what is on the page for notes and documents; `write` tells it when it is asked for. */
export const CopyMarkdown = ({ write }: { write: () => string }) => {
  const { toasts } = useDesk()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(write())
      toasts.tell(say('channels.copied'))
    } catch {
      toasts.tell(say('channels.copy-refused'))
    }
  }
  return (
    <Button icon={<ClipboardCopy size="1rem" aria-hidden="true" />} onPress={() => void copy()}>
      {say('channels.copy')}
    </Button>
  )
}
