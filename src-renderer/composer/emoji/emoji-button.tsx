import { Smile } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useCommand } from '../../commands/use-command.ts'
import { IconButton } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { say } from '../../words/say.ts'
import { readSelected, writeSelected } from '../text/field-selection.ts'
import { useSession } from '../use-session.ts'

const EmojiPicker = latePart(async () => (await import('./emoji-picker.tsx')).EmojiPicker)

/** Puts an emoji where the caret stands. */
export const EmojiButton = () => {
  const session = useSession()
  const [open, setOpen] = useState(false)
  useCommand('writing.emoji', () => setOpen(true))
  const put = (sign: string): void => {
    const { text, start, end } = readSelected(session)
    const caret = start + sign.length
    setOpen(false)
    writeSelected(session, { text: text.slice(0, start) + sign + text.slice(end), start: caret, end: caret })
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <IconButton size="small" label={say('composer.emoji')} icon={<Smile size="1.0625rem" />} />
      <Popover className="popover" placement="bottom start">
        <Dialog className="emoji-dialog" aria-label={say('composer.emoji')}>
          <Suspense fallback={<Spinner />}>
            <EmojiPicker onPick={put} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
