import { HardDrive, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

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
      title="Where should the password be kept?"
      role="alertdialog"
      onClose={onCancel}
      actions={<Button onPress={onCancel}>Cancel</Button>}
    >
      <p>This system has no keychain that is open to Posthorn, so there is no safe place for it yet.</p>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="keychain-choices">
        <Choice
          icon={<HardDrive size="1.25rem" aria-hidden="true" />}
          title="In a key file only you can read"
          text="Posts go out after every start. Who can read your files can read it."
          onPress={() => void choose('key-file')}
        />
        <Choice
          icon={<Timer size="1.25rem" aria-hidden="true" />}
          title="Only until Posthorn quits"
          text="Nothing is written down. After each start you connect again, and posts wait until then."
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
