import { useId, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { DestinationField } from './destination-field.tsx'
import { SignedInDetails } from './signed-in-details.tsx'
import { fieldWords } from './schema-form.ts'

/** What the person decides about an account. */
export const DetailsDialog = ({ account, onClose }: { account: Account; onClose: () => void }) => {
  const { link, accounts } = useDesk()
  const formId = useId()
  const [name, setName] = useState(account.name)
  const [credits, setCredits] = useState(account.creditsPerPost)
  const [aliases, setAliases] = useState(account.aliases.join('\n'))
  const [destination, setDestination] = useState(account.destination?.id ?? null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const choosesDestination = accounts.channel(account.channel)?.can.destinations === true

  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await link.bridge.call('accounts.update', {
      accountId: account.id,
      name,
      creditsPerPost: credits,
      aliases: [...new Set(aliases.split('\n').map((alias) => alias.trim()))].filter((alias) => alias !== ''),
      ...(destination === (account.destination?.id ?? null) ? {} : { destination }),
    })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    accounts.hear({ kind: 'account-changed', account: reply.value })
    onClose()
  }
  const at = (field: string): Pick<Failure, 'message' | 'next'> | null =>
    failure?.field?.startsWith(field) === true ? fieldWords(failure) : null
  const placed = at('name') ?? at('aliases') ?? at('creditsPerPost')
  return (
    <Dialog
      title={say('accounts.details-of', { name: account.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            {say('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {failure !== null && placed === null && <FailureNote failure={failure} />}
        <TextField label={say('accounts.name')} first value={name} onChange={setName} failure={at('name')} />
        {choosesDestination && <DestinationField account={account} chosen={destination} onChoose={setDestination} />}
        <NumberField
          label={say('accounts.credits')}
          description={say('accounts.credits-how')}
          value={credits}
          least={0}
          most={1_000_000}
          onChange={setCredits}
          failure={at('creditsPerPost')}
        />
        <TextField
          label={say('accounts.aliases')}
          description={say('accounts.aliases-how')}
          lines={3}
          value={aliases}
          onChange={setAliases}
          failure={at('aliases')}
        />
      </form>
      <SignedInDetails account={account} />
    </Dialog>
  )
}
