import type { Account } from '../../src-preload/contract/model/account.ts'
import { useReply } from '../shell/use-reply.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'

/** The channel decides. */
const OWN_CHOICE = 'own-choice'

type DestinationFieldProps = {
  account: Account
  /** Null: the channel's own choice. */
  chosen: string | null
  onChoose: (destination: string | null) => void
}

/** Which of its pages or boards an account publishes to, as the channel tells them now. */
export const DestinationField = ({ account, chosen, onChoose }: DestinationFieldProps) => {
  const { value, failure, again } = useReply('accounts.destinations', { accountId: account.id })

  if (failure !== null) {
    return (
      <FailureNote failure={failure}>
        <Button size="small" onPress={again}>
          {say('common.try-again')}
        </Button>
      </FailureNote>
    )
  }
  if (value === null) {
    return (
      <output className="destination-coming">
        <Spinner /> {say('accounts.asking-where')}
      </output>
    )
  }
  const { destination } = account
  const found = value.entries
  const known = destination === null || found.some((one) => one.id === destination.id) ? found : [destination, ...found]
  return (
    <SelectField
      label={say('accounts.posts-to')}
      chosen={chosen ?? OWN_CHOICE}
      onChoose={(key) => onChoose(key === OWN_CHOICE ? null : key)}
      options={[
        { key: OWN_CHOICE, label: say('accounts.own-choice') },
        ...known.map(({ id, name }) => ({ key: id, label: name })),
      ]}
    />
  )
}
