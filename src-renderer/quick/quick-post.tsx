import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { FileDrop } from '../composer/media/file-drop.tsx'
import { MediaStrip } from '../composer/media/media-strip.tsx'
import { SaveMark } from '../composer/save-mark.tsx'
import { SendBar } from '../composer/send/send-bar.tsx'
import { useSend } from '../composer/send/use-send.ts'
import type { ChoosingTime } from '../composer/send/when-button.tsx'
import { AccountChips } from '../composer/text/account-chips.tsx'
import { Editor } from '../composer/text/editor.tsx'
import { EditorTools } from '../composer/text/editor-tools.tsx'
import { Problems } from '../composer/text/problems-list.tsx'
import { isBlank } from '../composer/draft/draft.ts'
import { SessionContext, useSession, useWriting } from '../composer/use-session.ts'
import { useDesk } from '../shell/desk-context.ts'
import { isBehindDialog, isCommand } from '../shell/keys.ts'
import { ToastRegion } from '../shell/toast-region.tsx'
import { useAppearance } from '../shell/use-appearance.ts'
import { useTitle } from '../shell/use-title.ts'
import { say } from '../words/say.ts'
import './quick-post.css'

/** A post in a window of its own that comes by a key from anywhere: written, sent, gone. What is not sent is a draft. */
export const QuickPost = () => {
  const { composer } = useDesk()
  const { session } = useStore(composer.state)
  useAppearance()
  useTitle(say('frame.quick-post'))
  return (
    <SessionContext value={session}>
      <Page key={session.key} />
      <ToastRegion />
      <CloseWhenDone />
    </SessionContext>
  )
}

const Page = () => {
  const session = useSession()
  const send = useSend()
  const [choosingTime, setChoosingTime] = useState<ChoosingTime>(undefined)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || isBehindDialog()) return
      if (event.key === 'Escape') window.close()
      else if (!isCommand(event)) return
      else if (event.key === 'Enter' && event.shiftKey) setChoosingTime(null)
      else if (event.key === 'Enter') void send()
      else if (event.key.toLowerCase() === 's') void session.save()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before anything on the page: a button that has the focus takes every Enter for a press.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [session, send])
  return (
    <main className="quick-post composer">
      <h1 className="unseen">{say('frame.quick-post')}</h1>
      <div className="quick-write">
        <FileDrop>
          <AccountChips />
          <Editor />
          <MediaStrip />
          <div className="editor-foot">
            <EditorTools />
            <SaveMark />
          </div>
        </FileDrop>
        <Problems />
      </div>
      <SendBar choosingTime={choosingTime} onChoosingTime={setChoosingTime} />
    </main>
  )
}

/** In milliseconds. */
const MOMENT = 1000

/** Once what was sent has been told, and could have been undone, there is nothing left to look at. */
const CloseWhenDone = () => {
  const { toasts } = useDesk()
  const told = useStore(toasts.state, (s) => s.toasts.length > 0)
  const blank = useWriting((s) => isBlank(s.draft))
  const [hasTold, setHasTold] = useState(false)
  if (told && !hasTold) setHasTold(true)
  useEffect(() => {
    if (!hasTold || told || !blank) return
    // One word may take the place of another.
    const timer = setTimeout(() => window.close(), MOMENT)
    return () => clearTimeout(timer)
  }, [hasTold, told, blank])
  return null
}
