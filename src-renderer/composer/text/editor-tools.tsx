import { ImagePlus, ListTree, Scaling, SeparatorHorizontal } from 'lucide-react'
import { FileTrigger, ToggleButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SuggestButton } from '../suggest/suggest-button.tsx'
import { textOf } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'

/** A line of three dashes begins the next part of a thread. */
const BREAK = '\n---\n'

/** What can be added to the text. */
export const EditorTools = () => {
  const { accounts } = useDesk()
  const session = useSession()
  const targets = useWriting((s) => s.draft.targets)
  const thread = useWriting((s) => s.draft.thread)
  const strict = useWriting((s) => s.draft.strict)
  const hasMedia = useWriting(
    (s) => s.draft.media.length > 0 || s.draft.targets.some(({ override }) => (override.media ?? []).length > 0),
  )
  useStore(accounts.state)
  const channels = targets.flatMap(({ accountId }) => {
    const channel = accounts.channel(accounts.account(accountId)?.channel ?? '')
    return channel === undefined ? [] : [channel]
  })
  const canThread = thread || channels.some((channel) => channel.can.thread)
  const accepted = [...new Set(channels.flatMap((channel) => channel.media.mimes))]

  const addBreak = (): void => {
    const { draft, scope } = session.state.getState()
    const text = textOf(draft, scope)
    const field = document.querySelector<HTMLTextAreaElement>('.editor-text')
    const at = field?.selectionStart ?? text.length
    session.change({ kind: 'text', scope, text: text.slice(0, at) + BREAK + text.slice(at) })
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(at + BREAK.length, at + BREAK.length)
    })
  }

  return (
    <div className="editor-tools" role="toolbar" aria-label="Add to the post">
      <FileTrigger
        allowsMultiple
        {...(accepted.length === 0 ? {} : { acceptedFileTypes: accepted })}
        onSelect={(files) => session.addFiles([...(files ?? [])])}
      >
        <Button look="quiet" size="small" icon={<ImagePlus size="1.0625rem" aria-hidden="true" />}>
          Attach files
        </Button>
      </FileTrigger>
      <SuggestButton />
      {canThread && (
        <ToggleButton
          className="button button-quiet button-small tool-toggle"
          isSelected={thread}
          onChange={(on) => session.change({ kind: 'thread', on })}
        >
          <ListTree size="1.0625rem" aria-hidden="true" />
          Split into a thread
        </ToggleButton>
      )}
      {hasMedia && (
        <ToggleButton
          className="button button-quiet button-small tool-toggle"
          isSelected={!strict}
          onChange={(fit) => session.change({ kind: 'strict', on: !fit })}
        >
          <Scaling size="1.0625rem" aria-hidden="true" />
          Fit files<span className="unseen"> to each channel</span>
        </ToggleButton>
      )}
      {thread && (
        <IconButton
          size="small"
          label="Begin a new part here"
          icon={<SeparatorHorizontal size="1.0625rem" />}
          onPress={addBreak}
        />
      )}
    </div>
  )
}
