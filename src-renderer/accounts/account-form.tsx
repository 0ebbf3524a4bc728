import { useId, useMemo, useState } from 'react'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { KeychainDialog } from './keychain-dialog.tsx'
import { SchemaFields } from './schema-fields.tsx'
import { failingField, fieldsOf, fieldWords, initialValues, missingField, settingsOf } from './schema-form.ts'

type AccountFormProps = {
  channel: ChannelDescriptor
  /** The account to be connected again; null for a new one. */
  account: Account | null
  onDone: (account: Account) => void
  onClose: () => void
}

/** Connects an account: what its channel asks for, checked live before anything is kept. */
export const AccountForm = ({ channel, account, onDone, onClose }: AccountFormProps) => {
  const { link } = useDesk()
  const formId = useId()
  const fields = useMemo(() => fieldsOf(channel.settings), [channel])
  const [values, setValues] = useState(() => initialValues(fields, account?.settings))
  const [name, setName] = useState(account?.name ?? '')
  const [secret, setSecret] = useState('')
  const [checking, setChecking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  // Disconnecting forgot the secret; an account that is only signed out may keep it.
  const needsSecret = channel.secret !== null && (account === null || account.connection === 'disconnected')

  const send = (): Promise<Reply<Account>> => {
    const settings = settingsOf(fields, values)
    const given = secret === '' ? {} : { secret }
    return account === null
      ? link.bridge.call('accounts.add', { channel: channel.key, name: name.trim(), settings, ...given })
      : link.bridge.call('accounts.reconnect', { accountId: account.id, settings, ...given })
  }

  const connect = async (): Promise<void> => {
    const lacking = missing()
    if (lacking !== null) return setFailure(lacking)
    setFailure(null)
    setChecking(true)
    const reply = await send()
    setChecking(false)
    if (reply.ok) onDone(reply.value)
    else setFailure(reply.failure)
  }

  const missing = (): Failure | null => {
    if (account === null && name.trim() === '') {
      return lack('name', 'The account needs a name.', 'Any name that you will recognise.')
    }
    const field = missingField(fields, values)
    if (field !== null) return lack(`settings.${field.name}`, `${field.title} is empty.`, 'It is needed to connect.')
    if (channel.secret !== null && needsSecret && secret === '') {
      return lack('secret', `${channel.secret.title} is empty.`, 'It is needed to connect.')
    }
    return null
  }

  const place = failure === null ? null : failingField(failure, fields, channel.secret !== null)
  const wordsAt = (field: string): Pick<Failure, 'message' | 'next'> | null =>
    failure !== null && place === field ? fieldWords(failure) : null
  return (
    <>
      <Dialog
        title={account === null ? `Connect ${channel.name}` : `Reconnect ${account.name}`}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" type="submit" form={formId} isPending={checking}>
              {checking ? `Checking with ${channel.name}` : account === null ? 'Connect' : 'Reconnect'}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          className="account-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!checking) void connect()
          }}
        >
          <p className="soft">{channel.summary}</p>
          {failure !== null && place === null && failure.code !== 'keychain-unavailable' && (
            <FailureNote failure={failure} />
          )}
          {account === null && (
            <TextField
              label="Name"
              description="What you call it here."
              placeholder={`My ${channel.name}`}
              isRequired
              first
              value={name}
              onChange={setName}
              failure={wordsAt('name')}
            />
          )}
          <SchemaFields
            fields={fields}
            values={values}
            onChange={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
            failure={failure !== null && place !== null ? { field: place, words: fieldWords(failure) } : null}
          />
          {channel.secret !== null && (
            <TextField
              label={channel.secret.title}
              description={
                needsSecret
                  ? channel.secret.description
                  : `${channel.secret.description} Leave it empty to keep the one there is.`
              }
              type="password"
              autoComplete="off"
              isRequired={needsSecret}
              value={secret}
              onChange={setSecret}
              failure={wordsAt('secret')}
            />
          )}
        </form>
      </Dialog>
      {failure?.code === 'keychain-unavailable' && (
        <KeychainDialog onCancel={() => setFailure(null)} onChosen={() => void connect()} />
      )}
    </>
  )
}

const lack = (field: string, message: string, next: string): Failure => ({
  code: 'invalid-input',
  message,
  next,
  field,
})
