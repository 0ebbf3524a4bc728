import { useState } from 'react'
import type { RelayChoice } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
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
    toasts.tell('The bucket is kept.')
  }
  return (
    <Section title="Bucket">
      <form
        className="form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Endpoint"
          description="Address of the service, without the bucket."
          placeholder="https://s3.eu-central-1.amazonaws.com"
          inputMode="url"
          value={typed.endpoint}
          onChange={(endpoint) => set({ endpoint })}
        />
        <TextField
          label="Region"
          description="As the service names it; empty: us-east-1."
          value={typed.region}
          onChange={(region) => set({ region })}
        />
        <TextField label="Bucket" value={typed.bucket} onChange={(name) => set({ bucket: name })} />
        <TextField
          label="Folder in the bucket"
          description="Empty: none."
          value={typed.prefix}
          onChange={(prefix) => set({ prefix })}
        />
        <TextField
          label="Public address"
          description="Where everybody can read the bucket. Empty: each file gets an address that holds for a day."
          inputMode="url"
          value={typed.publicUrl}
          onChange={(publicUrl) => set({ publicUrl })}
        />
        <SwitchField
          label="The bucket’s name stands in the path"
          on={typed.pathStyle}
          onChange={(pathStyle) => set({ pathStyle })}
        />
        <TextField label="Access key" value={typed.accessKeyId} onChange={(accessKeyId) => set({ accessKeyId })} />
        <TextField
          label="Secret key"
          description="It is kept in the keychain and never shown again. Empty: the one that is kept."
          type="password"
          autoComplete="off"
          value={secret}
          onChange={setSecret}
          failure={
            wrong
              ? {
                  message: 'Something is missing.',
                  next: 'Fill in endpoint, bucket and access key; addresses begin with https://.',
                }
              : null
          }
        />
        <Button type="submit">Save</Button>
      </form>
    </Section>
  )
}
