import { CalendarPlus, ChevronDown, Clock, Save, Send, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { keyName } from '../../shell/keys.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { isBlank } from '../draft/draft.ts'
import { type PostMode, postMode } from '../draft/post-mode.ts'
import { useDeleteDraft } from './use-delete-draft.ts'
import { useSend } from './use-send.ts'
import { useSession, useWriting } from '../use-session.ts'
import { useTakeBack } from './use-take-back.ts'
import { HandOverChoices } from './hand-over-choices.tsx'
import { ForecastNotes, SeeLimits } from './forecast-notes.tsx'
import { LIMIT_FAILURES } from './forecast-words.ts'
import { useSlotEntries } from './use-slot-entries.tsx'
import { NOW, type WhenChoice } from './when-choice.ts'
import { WhenButton } from './when-button.tsx'

type SendBarProps = { choosingTime: boolean; onChoosingTime: (choosing: boolean) => void }

/** When it goes out, and the button that makes it so. */
export const SendBar = ({ choosingTime, onChoosingTime }: SendBarProps) => {
  const mode = useWriting((s) => postMode(s.post))
  const kind = useWriting((s) => s.when.kind)
  const sending = useWriting((s) => s.sending)
  const failure = useWriting((s) => s.failure)
  const send = useSend()
  const primary = useRef<HTMLButtonElement>(null)
  const entries = useEntries(mode, () => onChoosingTime(true))
  if (mode === 'done' || mode === 'sending') return null
  return (
    <div className="send-bar">
      {failure !== null && (
        <FailureNote failure={failure}>{LIMIT_FAILURES.has(failure.code) ? <SeeLimits /> : undefined}</FailureNote>
      )}
      <ForecastNotes />
      {kind !== 'now' && <HandOverChoices />}
      <div className="send-row">
        <WhenButton
          open={choosingTime}
          onOpen={onChoosingTime}
          // With a time chosen, what follows is to press the button.
          onChosen={() => requestAnimationFrame(() => primary.current?.focus())}
        />
        <fieldset className="button-pair" aria-label="Send">
          <Button
            ref={primary}
            look="primary"
            isPending={sending}
            icon={PRIMARY_ICONS[kind]}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onPress={() => void send()}
          >
            {primaryName(mode, kind)}
          </Button>
          <Menu
            label="More ways to finish"
            trigger={
              <Button
                look="primary"
                aria-label="More ways to finish"
                icon={<ChevronDown size="1rem" aria-hidden="true" />}
              />
            }
            entries={entries}
          />
        </fieldset>
      </div>
    </div>
  )
}

const PRIMARY_ICONS: Readonly<Record<WhenChoice['kind'], ReactNode>> = {
  now: <Send size="1rem" aria-hidden="true" />,
  slot: <CalendarPlus size="1rem" aria-hidden="true" />,
  at: <Clock size="1rem" aria-hidden="true" />,
}

const primaryName = (mode: PostMode, kind: WhenChoice['kind']): string => {
  if (kind === 'now') return 'Publish now'
  if (kind === 'slot') return mode === 'queued' ? 'Move to the next slot' : 'Add to queue'
  return mode === 'queued' ? 'Save changes' : 'Schedule'
}

const useEntries = (mode: PostMode, chooseTime: () => void): MenuEntry[] => {
  const { toasts } = useDesk()
  const session = useSession()
  const blank = useWriting((s) => isBlank(s.draft))
  const send = useSend()
  const takeBack = useTakeBack()
  const deleteDraft = useDeleteDraft()
  const saveDraft = async (): Promise<void> => {
    if ((await session.save()) === null) toasts.tell('Saved in Drafts.')
  }
  const slotEntries = useSlotEntries((planId) => void send({ kind: 'slot', planId }))
  const always: MenuEntry[] = [
    { key: 'now', label: 'Publish now', icon: <Send size="1rem" />, run: () => void send(NOW) },
    ...slotEntries,
    {
      key: 'schedule',
      label: 'Schedule…',
      icon: <Clock size="1rem" />,
      keys: keyName('Mod+Shift+Enter'),
      run: chooseTime,
    },
  ]
  if (mode === 'queued') {
    const back = {
      key: 'back',
      label: 'Take out of the queue',
      icon: <Undo2 size="1rem" />,
      run: () => void takeBack(),
    }
    return [...always, back]
  }
  if (blank) return always
  return [
    ...always,
    {
      key: 'save',
      label: 'Save draft',
      icon: <Save size="1rem" />,
      keys: keyName('Mod+S'),
      run: () => void saveDraft(),
    },
    { key: 'delete', label: 'Delete draft', icon: <Trash2 size="1rem" />, danger: true, run: () => void deleteDraft() },
  ]
}
