import { useId, useMemo, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { ChannelGuide } from './channel-guide.tsx'
import { ConnectedDialog } from './connected-dialog.tsx'
import { KeychainDialog } from './keychain-dialog.tsx'
import { needsSecret, secretWords, signsInBy } from './needs-secret.ts'
import { SchemaFields } from './schema-fields.tsx'
import { failingField, fieldsOf, fieldWords, initialValues, lackOf, missingField, settingsOf } from './schema-form.ts'
import { SignInWaiting } from './sign-in-waiting.tsx'
import { openPage, useConnecting } from './use-connecting.ts'

type AccountFormProps = {
  channel: ChannelDescriptor
  /** The account to be connected again; null for a new one. */
  account: Account | null
  onDone: (account: Account) => void
  onClose: () => void
}

/** Connects an account: what its channel asks for, checked live before anything is kept. */
export const AccountForm = ({ channel, account, onDone, onClose }: AccountFormProps) => {
  const formId = useId()
  const fields = useMemo(() => fieldsOf(channel.settings), [channel])
  const [values, setValues] = useState(() => initialValues(fields, account?.settings))
  const [name, setName] = useState(account?.name ?? '')
  const [secret, setSecret] = useState('')
  const connecting = useConnecting(channel.key, account, onDone)
  const { step, busy, failure, connected, cancel, fail } = connecting

  const signsIn = signsInBy(channel, secret)
  const needed = needsSecret(channel, account)

  const submit = (): void => {
    const lacking = missing()
    if (lacking !== null) return fail(lacking)
    if (step.kind === 'arrived') return void connecting.connect(name.trim(), { signInId: step.signInId })
    const given = { settings: settingsOf(fields, values), ...(secret === '' ? {} : { secret }) }
    void connecting[signsIn ? 'signIn' : 'connect'](name.trim(), given)
  }

  const missing = (): Failure | null => {
    if (account === null && name.trim() === '') {
      return lackOf('name', say('accounts.name-missing'), say('accounts.name-missing-next'))
    }
    const field = missingField(fields, values)
    if (field !== null)
      return lackOf(
        `settings.${field.name}`,
        say('accounts.field-empty', { field: field.title }),
        say('accounts.field-empty-next'),
      )
    if (channel.secret !== null && needed && secret === '') {
      return lackOf(
        'secret',
        say('accounts.field-empty', { field: channel.secret.title }),
        say('accounts.field-empty-next'),
      )
    }
    return null
  }

  if (step.kind === 'waiting') {
    return (
      <SignInWaiting
        name={channel.name}
        step={step}
        onOpen={openPage}
        onPaste={(address) => void connecting.paste(address)}
        onCancel={cancel}
      />
    )
  }
  if (connected !== null) {
    return (
      <ConnectedDialog
        account={connected}
        failure={failure}
        busy={busy !== null}
        onAgain={() => void connecting.again()}
        onDone={() => onDone(connected)}
      />
    )
  }
  // What a sign-in came to is about the secret only where it says so.
  const named = channel.secret !== null && (!signsIn || failure?.field !== undefined)
  const place = failure === null ? null : failingField(failure, fields, named)
  const wordsAt = (field: string): Pick<Failure, 'message' | 'next'> | null =>
    failure !== null && place === field ? fieldWords(failure) : null
  /** What a sign-in was begun with is not what stands here any more. */
  const changed = (): void => {
    if (step.kind === 'arrived') cancel()
  }
  return (
    <>
      <Dialog
        title={
          account === null
            ? say('accounts.connect-to', { channel: channel.name })
            : say('accounts.reconnect-named', { name: account.name })
        }
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{say('common.cancel')}</Button>
            <Button look="primary" type="submit" form={formId} isPending={busy !== null}>
              {busy === 'checking'
                ? say('accounts.checking-with', { channel: channel.name })
                : signsIn && step.kind !== 'arrived'
                  ? say('accounts.sign-in-with', { channel: channel.name })
                  : account === null
                    ? say('accounts.connect')
                    : say('accounts.reconnect')}
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
            if (busy === null) submit()
          }}
        >
          <p className="soft">{channel.summary}</p>
          <ChannelGuide channel={channel} open={account === null} />
          {failure !== null && place === null && failure.code !== 'keychain-unavailable' && (
            <FailureNote failure={failure} />
          )}
          {account === null && (
            <TextField
              label={say('accounts.name')}
              description={say('accounts.name-how')}
              placeholder={say('accounts.name-example', { channel: channel.name })}
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
            onChange={(field, value) => {
              changed()
              setValues((before) => ({ ...before, [field]: value }))
            }}
            failure={failure !== null && place !== null ? { field: place, words: fieldWords(failure) } : null}
          />
          {channel.secret !== null && (
            <TextField
              label={channel.secret.title}
              description={secretWords(channel, account)}
              type="password"
              autoComplete="off"
              isRequired={needed}
              value={secret}
              onChange={(value) => {
                changed()
                setSecret(value)
              }}
              failure={wordsAt('secret')}
            />
          )}
        </form>
      </Dialog>
      {failure?.code === 'keychain-unavailable' && <KeychainDialog onCancel={() => fail(null)} onChosen={submit} />}
    </>
  )
}
