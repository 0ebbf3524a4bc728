import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** Who composes suggestions. */
export const WritingPage = () => {
  const { settings } = useDesk()
  const writing = useStore(settings.state, (s) => s.writing)
  const update = useUpdate()
  const server = writing.provider === 'server'
  return (
    <>
      <Section title="Who writes them">
        <Segments
          label="Who writes suggestions"
          chosen={writing.provider}
          onChoose={(provider) => update({ writing: { ...writing, provider } })}
          options={[
            { key: 'built-in', label: 'Posthorn itself' },
            { key: 'server', label: 'A model on a server' },
          ]}
        />
        <p className="faint">
          {server
            ? 'What you ask for is sent to the server below, and nothing else. If it does not answer, Posthorn says so.'
            : 'Posthorn puts captions together from the facts of a page or of your words. It invents nothing, and nothing leaves this computer.'}
        </p>
      </Section>
      {server && (
        <Section title="Server">
          <ServerFields key={`${writing.url} ${writing.model}`} />
          <ServerKey />
        </Section>
      )}
    </>
  )
}

const ServerFields = () => {
  const { settings, toasts } = useDesk()
  const formId = useId()
  const [before] = useState(() => settings.state.getState().writing)
  const [url, setUrl] = useState(before.url)
  const [model, setModel] = useState(before.model)
  const [wrong, setWrong] = useState(false)
  const save = async (): Promise<void> => {
    if (!/^https?:\/\/\S+$/i.test(url.trim())) return setWrong(true)
    setWrong(false)
    const failure = await settings.update({ writing: { provider: 'server', url: url.trim(), model: model.trim() } })
    if (failure === null) toasts.tell('The server is kept.')
    else toasts.fail(failure)
  }
  return (
    <form
      id={formId}
      className="form settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label="Address"
        description="Up to /v1. Any server that speaks the OpenAI protocol, on this computer or elsewhere."
        placeholder="http://127.0.0.1:8080/v1"
        inputMode="url"
        value={url}
        onChange={setUrl}
        failure={wrong ? { message: 'This is not an address.', next: 'Begin it with http:// or https://.' } : null}
      />
      <TextField
        label="Model"
        description="Its name there; empty: the server’s own choice."
        value={model}
        onChange={setModel}
      />
      <Button type="submit" isDisabled={url === before.url && model === before.model}>
        Save
      </Button>
    </form>
  )
}

const ServerKey = () => {
  const { link, toasts, settle } = useDesk()
  const [key, setKey] = useState('')
  const send = async (given: string | null): Promise<void> => {
    if (!settle(await link.bridge.call('writing.key', { key: given }))) return
    setKey('')
    toasts.tell(given === null ? 'The key is forgotten.' : 'The key is kept in the keychain.')
  }
  return (
    <form
      className="form settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (key !== '') void send(key)
      }}
    >
      <TextField
        label="Key"
        description="If the server asks for one. It is kept in the keychain and never shown again."
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
      />
      <div className="field-row">
        <Button type="submit" isDisabled={key === ''}>
          Keep the key
        </Button>
        <Button look="quiet" onPress={() => void send(null)}>
          Forget the key
        </Button>
      </div>
    </form>
  )
}
