import type { Account } from '../../src-preload/contract/model/account.ts'
import { useReply } from '../shell/use-reply.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Spinner } from '../ui/spinner.tsx'

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
          Try again
        </Button>
      </FailureNote>
    )
  }
  if (value === null) {
    return (
      <output className="destination-coming">
        <Spinner /> Asking where it can post
      </output>
    )
  }
  const { destination } = account
  const found = value.entries
  const known = destination === null || found.some((one) => one.id === destination.id) ? found : [destination, ...found]
  return (
    <SelectField
      label="Posts to"
      chosen={chosen ?? OWN_CHOICE}
      onChoose={(key) => onChoose(key === OWN_CHOICE ? null : key)}
      options={[
        { key: OWN_CHOICE, label: 'The channel’s own choice' },
        ...known.map(({ id, name }) => ({ key: id, label: name })),
      ]}
    />
  )
}
