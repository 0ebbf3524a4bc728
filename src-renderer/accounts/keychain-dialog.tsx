import { HardDrive, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { say } from '../words/say.ts'

type KeychainDialogProps = { onCancel: () => void; onChosen: () => void }

/** The system has no keychain: the person decides where passwords are kept. */
export const KeychainDialog = ({ onCancel, onChosen }: KeychainDialogProps) => {
  const { settings } = useDesk()
  const [failure, setFailure] = useState<Failure | null>(null)
  const choose = async (withoutKeychain: Settings['withoutKeychain']): Promise<void> => {
    const met = await settings.update({ withoutKeychain })
    if (met === null) onChosen()
    else setFailure(met)
  }
  return (
    <Dialog
      title={say('accounts.keychain-where')}
      role="alertdialog"
      onClose={onCancel}
      actions={<Button onPress={onCancel}>{say('common.cancel')}</Button>}
    >
      <p>{say('accounts.keychain-why')}</p>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="keychain-choices">
        <Choice
          icon={<HardDrive size="1.25rem" aria-hidden="true" />}
          title={say('accounts.keychain-file')}
          text={say('accounts.keychain-file-how')}
          onPress={() => void choose('key-file')}
        />
        <Choice
          icon={<Timer size="1.25rem" aria-hidden="true" />}
          title={say('accounts.keychain-quit')}
          text={say('accounts.keychain-quit-how')}
          onPress={() => void choose('until-quit')}
        />
      </div>
    </Dialog>
  )
}

type ChoiceProps = { icon: ReactNode; title: string; text: string; onPress: () => void }

const Choice = ({ icon, title, text, onPress }: ChoiceProps) => (
  <button type="button" className="big-choice" aria-label={title} onClick={onPress}>
    {icon}
    <span>
      <strong>{title}</strong>
      <span className="faint">{text}</span>
    </span>
  </button>
)
