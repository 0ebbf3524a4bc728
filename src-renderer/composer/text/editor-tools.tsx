import {
  ALargeSmall,
  ImagePlus,
  ListOrdered,
  ListTree,
  type LucideIcon,
  Scaling,
  SeparatorHorizontal,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { FileTrigger, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { say, sayRich } from '../../words/say.ts'
import { EmojiButton } from '../emoji/emoji-button.tsx'
import { TemplateButton } from '../templates/template-button.tsx'
import { SuggestButton } from '../suggest/suggest-button.tsx'
import { useSession, useWriting } from '../use-session.ts'
import { readSelected, writeSelected } from './field-selection.ts'
import { MarkTools } from './mark-tools.tsx'
import './editor-tools.css'

/** A line of three dashes begins the next part of a thread. */
const BREAK = '\n---\n'

const unseen = (words: ReactNode) => <span className="unseen"> {words}</span>

/** What can be added to the text. */
export const EditorTools = () => {
  const { accounts } = useDesk()
  const session = useSession()
  const targets = useWriting((s) => s.draft.targets)
  const thread = useWriting((s) => s.draft.thread)
  const numbered = useWriting((s) => s.draft.numbered)
  const rich = useWriting((s) => s.draft.rich)
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
  const canStandOut = rich || channels.some((channel) => channel.emphasis.length > 0)
  const accepted = [...new Set(channels.flatMap((channel) => channel.media.mimes))]

  const addBreak = (): void => {
    const { text, start } = readSelected(session)
    const caret = start + BREAK.length
    writeSelected(session, { text: text.slice(0, start) + BREAK + text.slice(start), start: caret, end: caret })
  }

  return (
    <div className="editor-tools" role="toolbar" aria-label={say('composer.add-to-post')}>
      <FileTrigger
        allowsMultiple
        {...(accepted.length === 0 ? {} : { acceptedFileTypes: accepted })}
        onSelect={(files) => session.addFiles([...(files ?? [])])}
      >
        <Button look="quiet" size="small" icon={<ImagePlus size="1.0625rem" aria-hidden="true" />}>
          {say('composer.attach-files')}
        </Button>
      </FileTrigger>
      <TemplateButton />
      <EmojiButton />
      <SuggestButton />
      {canThread && (
        <ToolToggle
          icon={ListTree}
          words={say('composer.split-thread')}
          on={thread}
          onChange={(on) => session.change({ kind: 'thread', on })}
        />
      )}
      {thread && (
        <ToolToggle
          icon={ListOrdered}
          words={say('composer.number-parts')}
          on={numbered}
          onChange={(on) => session.change({ kind: 'numbered', on })}
        />
      )}
      {hasMedia && (
        <ToolToggle
          icon={Scaling}
          words={sayRich('composer.fit-files', { unseen })}
          on={!strict}
          onChange={(fit) => session.change({ kind: 'strict', on: !fit })}
        />
      )}
      {thread && (
        <IconButton
          size="small"
          label={say('composer.begin-part')}
          icon={<SeparatorHorizontal size="1.0625rem" />}
          onPress={addBreak}
        />
      )}
      {canStandOut && (
        <ToolToggle
          icon={ALargeSmall}
          words={say('composer.emphasis')}
          on={rich}
          onChange={(on) => session.change({ kind: 'rich', on })}
        />
      )}
      {rich && <MarkTools />}
    </div>
  )
}

type ToolToggleProps = { icon: LucideIcon; words: ReactNode; on: boolean; onChange: (on: boolean) => void }

/** What can be on or off; where there is no room for its words they show on hover and focus. */
const ToolToggle = ({ icon: Icon, words, on, onChange }: ToolToggleProps) => (
  <TooltipTrigger delay={500} closeDelay={50}>
    <ToggleButton className="button button-quiet button-small tool-toggle" isSelected={on} onChange={onChange}>
      <Icon size="1.0625rem" aria-hidden="true" />
      <span className="words">{words}</span>
    </ToggleButton>
    <Tooltip className="tooltip" offset={6}>
      {words}
    </Tooltip>
  </TooltipTrigger>
)
