import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { isBehindDialog, isCommand } from '../shell/keys.ts'
import { useTitle } from '../shell/use-title.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { AccountChips } from './text/account-chips.tsx'
import { Editor } from './text/editor.tsx'
import { EditNotice } from './edit-notice.tsx'
import { FileDrop } from './media/file-drop.tsx'
import { MediaChanges } from './media/media-changes.tsx'
import { MediaStrip } from './media/media-strip.tsx'
import { ChannelSettings } from './options/channel-settings.tsx'
import { Preview } from './preview/preview.tsx'
import { Problems } from './text/problems-list.tsx'
import { SaveMark } from './save-mark.tsx'
import type { ChoosingTime } from './send/when-button.tsx'
import { SendBar } from './send/send-bar.tsx'
import { Tags } from './text/tags.tsx'
import { TargetCounts } from './text/target-counts.tsx'
import { EditorTools } from './text/editor-tools.tsx'
import { ScopeTabs } from './text/scope-tabs.tsx'
import { useSend } from './send/use-send.ts'
import { SessionContext, useSession, useWriting } from './use-session.ts'
import { Welcome } from './welcome.tsx'
import './composer.css'

/** Where posts are written. */
export const ComposerRoom = ({ postId }: { postId: string | null }) => {
  const { composer, route } = useDesk()
  const { session, opening, failure } = useStore(composer.state)
  const writtenId = useStore(session.state, (s) => s.draft.postId)

  useEffect(() => {
    if (postId !== null) void composer.open(postId)
  }, [composer, postId])

  // Once the core has named the post, the address names it too: a reload comes back to it.
  useEffect(() => {
    if (postId === null && writtenId !== null) route.replace({ room: 'compose', postId: writtenId })
  }, [route, postId, writtenId])

  if (failure !== null) {
    return (
      <div className="room-body">
        <FailureNote failure={failure} />
      </div>
    )
  }
  if (opening !== null) return <RowsSkeleton />
  return (
    <SessionContext value={session}>
      <Page key={session.key} />
    </SessionContext>
  )
}

/** A post stays new while its page is open, saved or not. */
const useTitleOf = (): string => {
  const status = useWriting((s) => s.post?.status ?? null)
  const [opened] = useState(status)
  return opened === null ? 'New post' : status === 'draft' ? 'Edit draft' : 'Edit post'
}

const Page = () => {
  const session = useSession()
  const known = useWriting((s) => s.post !== null)
  const title = useTitleOf()
  const [side, setSide] = useState<'write' | 'preview'>('write')
  const [choosingTime, setChoosingTime] = useState<ChoosingTime>(undefined)
  const send = useSend()
  useTitle(title)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isCommand(event) || event.isComposing || isBehindDialog()) return
      if (event.key === 'Enter' && event.shiftKey) setChoosingTime(null)
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
    <div className="composer" data-side={side}>
      <header className="room-head">
        <h1>{title}</h1>
        <SaveMark />
        <div className="composer-side">
          <Segments
            label="View"
            chosen={side}
            onChoose={setSide}
            options={[
              { key: 'write', label: 'Write' },
              { key: 'preview', label: 'Preview' },
            ]}
          />
        </div>
      </header>
      <div className="composer-columns">
        <section className="composer-write" aria-label="Write">
          {!known && <Welcome />}
          <EditNotice />
          <FileDrop>
            <AccountChips />
            <ScopeTabs />
            <Editor />
            <MediaStrip />
            <Tags />
            <div className="editor-foot">
              <EditorTools />
              <TargetCounts />
            </div>
          </FileDrop>
          <ChannelSettings />
          <Problems />
          <MediaChanges />
        </section>
        <Preview />
      </div>
      <SendBar choosingTime={choosingTime} onChoosingTime={setChoosingTime} />
    </div>
  )
}
