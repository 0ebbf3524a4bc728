import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
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
      <Section title={say('settings.writers')}>
        <Segments
          label={say('settings.writers-label')}
          chosen={writing.provider}
          onChoose={(provider) => update({ writing: { ...writing, provider } })}
          options={[
            { key: 'built-in', label: say('settings.writer-self') },
            { key: 'server', label: say('settings.writer-server') },
          ]}
        />
        <p className="faint">{server ? say('settings.writer-server-how') : say('settings.writer-self-how')}</p>
      </Section>
      {server && (
        <Section title={say('settings.server')}>
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
    if (failure === null) toasts.tell(say('settings.server-kept'))
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
        label={say('settings.address')}
        description={say('settings.server-address-how')}
        placeholder="http://127.0.0.1:8080/v1"
        inputMode="url"
        value={url}
        onChange={setUrl}
        failure={wrong ? { message: say('settings.no-address'), next: say('settings.no-address-next') } : null}
      />
      <TextField
        label={say('settings.model')}
        description={say('settings.model-how')}
        value={model}
        onChange={setModel}
      />
      <Button type="submit" isDisabled={url === before.url && model === before.model}>
        {say('common.save')}
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
    toasts.tell(given === null ? say('settings.key-forgotten') : say('settings.key-kept'))
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
        label={say('settings.key')}
        description={say('settings.key-how')}
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
      />
      <div className="field-row">
        <Button type="submit" isDisabled={key === ''}>
          {say('settings.key-keep')}
        </Button>
        <Button look="quiet" onPress={() => void send(null)}>
          {say('settings.key-forget')}
        </Button>
      </div>
    </form>
  )
}
