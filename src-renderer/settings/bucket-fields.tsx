import { useState } from 'react'
import type { RelayChoice } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { Section } from './section.tsx'

type Bucket = Extract<RelayChoice, { kind: 's3' }>

const EMPTY: Bucket = {
  kind: 's3',
  endpoint: '',
  region: '',
  bucket: '',
  prefix: '',
  publicUrl: '',
  pathStyle: false,
  accessKeyId: '',
}

const WEB = /^https?:\/\/\S+$/i

/** The bucket and its keys; the secret one is kept apart from the rest. */
export const BucketFields = ({ bucket }: { bucket: Bucket | null }) => {
  const { settings, link, toasts } = useDesk()
  const [typed, setTyped] = useState<Bucket>(bucket ?? EMPTY)
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState(false)
  const set = (change: Partial<Bucket>): void => setTyped({ ...typed, ...change })
  const save = async (): Promise<void> => {
    const tidy = { ...typed, endpoint: typed.endpoint.trim(), publicUrl: typed.publicUrl.trim() }
    const missing = tidy.bucket.trim() === '' || tidy.accessKeyId.trim() === ''
    const addresses = WEB.test(tidy.endpoint) && (tidy.publicUrl === '' || WEB.test(tidy.publicUrl))
    setWrong(missing || !addresses)
    if (missing || !addresses) return
    const failure = await settings.update({ relay: tidy })
    if (failure !== null) return toasts.fail(failure)
    if (secret !== '') {
      const reply = await link.bridge.call('relay.key', { key: secret })
      if (!reply.ok) return toasts.fail(reply.failure)
    }
    toasts.tell(say('settings.bucket-kept'))
  }
  return (
    <Section title={say('settings.bucket')}>
      <form
        className="form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={say('settings.endpoint')}
          description={say('settings.endpoint-how')}
          placeholder="https://s3.eu-central-1.amazonaws.com"
          inputMode="url"
          value={typed.endpoint}
          onChange={(endpoint) => set({ endpoint })}
        />
        <TextField
          label={say('settings.region')}
          description={say('settings.region-how')}
          value={typed.region}
          onChange={(region) => set({ region })}
        />
        <TextField label={say('settings.bucket')} value={typed.bucket} onChange={(name) => set({ bucket: name })} />
        <TextField
          label={say('settings.bucket-folder')}
          description={say('settings.bucket-folder-how')}
          value={typed.prefix}
          onChange={(prefix) => set({ prefix })}
        />
        <TextField
          label={say('settings.public-address')}
          description={say('settings.public-address-how')}
          inputMode="url"
          value={typed.publicUrl}
          onChange={(publicUrl) => set({ publicUrl })}
        />
        <SwitchField
          label={say('settings.path-style')}
          on={typed.pathStyle}
          onChange={(pathStyle) => set({ pathStyle })}
        />
        <TextField
          label={say('settings.access-key')}
          value={typed.accessKeyId}
          onChange={(accessKeyId) => set({ accessKeyId })}
        />
        <TextField
          label={say('settings.secret-key')}
          description={say('settings.secret-key-how')}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={setSecret}
          failure={
            wrong
              ? {
                  message: say('settings.missing'),
                  next: say('settings.missing-next'),
                }
              : null
          }
        />
        <Button type="submit">{say('common.save')}</Button>
      </form>
    </Section>
  )
}
