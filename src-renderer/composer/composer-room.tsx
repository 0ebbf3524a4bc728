import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
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
import { EditorTools } from './text/editor-tools.tsx'
import { ScopeTabs } from './text/scope-tabs.tsx'
import { useTimedDeed } from '../commands/timed-deed.ts'
import { useCommand } from '../commands/use-command.ts'
import { NOW } from './send/when-choice.ts'
import { useSend } from './send/use-send.ts'
import { SessionContext, useSession, useWriting } from './use-session.ts'
import { Welcome } from './welcome.tsx'
import './composer.css'
import { say } from '../words/say.ts'

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
  return opened === null
    ? say('composer.new-post')
    : say(status === 'draft' ? 'composer.edit-draft' : 'composer.edit-post')
}

const Page = () => {
  const session = useSession()
  const known = useWriting((s) => s.post !== null)
  const title = useTitleOf()
  const [side, setSide] = useState<'write' | 'preview'>('write')
  const [choosingTime, setChoosingTime] = useState<ChoosingTime>(undefined)
  const send = useSend()
  useTitle(title)

  useCommand('writing.send', () => void send())
  useCommand('writing.schedule', () => setChoosingTime(null))
  useTimedDeed(() => {
    const { when } = session.state.getState()
    return {
      group: 'writing',
      says: 'commands.schedule-for',
      about: '',
      from: when.kind === 'at' ? when : null,
      run: (time) => void send({ kind: 'at', ...time }),
    }
  })
  useCommand('writing.save', () => void session.save())
  useCommand('writing.publish', () => void send(NOW))

  return (
    <div className="composer" data-side={side}>
      <header className="room-head">
        <h1>{title}</h1>
        <SaveMark />
        <div className="composer-side">
          <Segments
            label={say('composer.view')}
            chosen={side}
            onChoose={setSide}
            options={[
              { key: 'write', label: say('composer.write') },
              { key: 'preview', label: say('composer.preview') },
            ]}
          />
        </div>
      </header>
      <div className="composer-columns">
        <section className="composer-write" aria-label={say('composer.write')}>
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
