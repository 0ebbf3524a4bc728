import { CalendarPlus, ChevronDown, Clock, Save, Send, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { keyName } from '../../shell/keys.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { say } from '../../words/say.ts'
import { isBlank } from '../draft/draft.ts'
import { type PostMode, postMode } from '../draft/post-mode.ts'
import { useBarHeight } from './use-bar-height.ts'
import { useDeleteDraft } from './use-delete-draft.ts'
import { useSend } from './use-send.ts'
import { TargetCounts } from '../text/target-counts.tsx'
import { useSession, useWriting } from '../use-session.ts'
import { useTakeBack } from './use-take-back.ts'
import { HandOverChoices } from './hand-over-choices.tsx'
import { ForecastLine, ForecastNotes, SeeLimits } from './forecast-notes.tsx'
import { LIMIT_FAILURES } from './forecast-words.ts'
import { useSlotEntries } from './use-slot-entries.tsx'
import { NOW, type WhenChoice } from './when-choice.ts'
import { OwnTimes } from './own-times.tsx'
import { type ChoosingTime, WhenButton } from './when-button.tsx'
import './send-bar.css'

type SendBarProps = { choosingTime: ChoosingTime; onChoosingTime: (about: ChoosingTime) => void }

/** When it goes out, and the button that makes it so. */
export const SendBar = ({ choosingTime, onChoosingTime }: SendBarProps) => {
  const mode = useWriting((s) => postMode(s.post))
  const kind = useWriting((s) => s.when.kind)
  const sending = useWriting((s) => s.sending)
  const failure = useWriting((s) => s.failure)
  const send = useSend()
  const bar = useBarHeight()
  const primary = useRef<HTMLButtonElement>(null)
  const entries = useEntries(mode, () => onChoosingTime(null))
  if (mode === 'done' || mode === 'sending') return null
  return (
    <div className="send-bar" ref={bar}>
      {failure !== null && (
        <FailureNote failure={failure}>{LIMIT_FAILURES.has(failure.code) ? <SeeLimits /> : undefined}</FailureNote>
      )}
      <ForecastNotes />
      {kind !== 'now' && <HandOverChoices />}
      <OwnTimes onChange={onChoosingTime} />
      <div className="send-row">
        {/* Here and not below the text: however much is attached, it is always in view. */}
        <div className="send-facts">
          <TargetCounts />
          <ForecastLine />
        </div>
        <WhenButton
          about={choosingTime}
          onAbout={onChoosingTime}
          // With a time chosen, what follows is to press the button.
          onChosen={() => requestAnimationFrame(() => primary.current?.focus())}
        />
        <fieldset className="button-pair" aria-label={say('composer.send')}>
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
            label={say('composer.more-ways')}
            trigger={
              <Button
                look="primary"
                aria-label={say('composer.more-ways')}
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
  if (kind === 'now') return say('composer.publish-now')
  if (kind === 'slot') return say(mode === 'queued' ? 'composer.move-to-slot' : 'composer.add-to-queue')
  return say(mode === 'queued' ? 'composer.save-changes' : 'composer.schedule')
}

const useEntries = (mode: PostMode, chooseTime: () => void): MenuEntry[] => {
  const { toasts } = useDesk()
  const session = useSession()
  const blank = useWriting((s) => isBlank(s.draft))
  const send = useSend()
  const takeBack = useTakeBack()
  const deleteDraft = useDeleteDraft()
  const saveDraft = async (): Promise<void> => {
    if ((await session.save()) === null) toasts.tell(say('composer.saved-in-drafts'))
  }
  const slotEntries = useSlotEntries((planId) => void send({ kind: 'slot', planId }))
  const always: MenuEntry[] = [
    { key: 'now', label: say('composer.publish-now'), icon: <Send size="1rem" />, run: () => void send(NOW) },
    ...slotEntries,
    {
      key: 'schedule',
      label: say('composer.schedule-ellipsis'),
      icon: <Clock size="1rem" />,
      keys: keyName('Mod+Shift+Enter'),
      run: chooseTime,
    },
  ]
  if (mode === 'queued') {
    const back = {
      key: 'back',
      label: say('composer.take-out'),
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
      label: say('composer.save-draft'),
      icon: <Save size="1rem" />,
      keys: keyName('Mod+S'),
      run: () => void saveDraft(),
    },
    {
      key: 'delete',
      label: say('composer.delete-draft'),
      icon: <Trash2 size="1rem" />,
      danger: true,
      run: () => void deleteDraft(),
    },
  ]
}
