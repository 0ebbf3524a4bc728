import { useState } from 'react'
import type { Tone } from '../../../src-preload/contract/model/writing.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { locale, say } from '../../words/say.ts'

/** What is asked for. */
export type Brief = {
  from: 'words' | 'address'
  /** The words, or the address. */
  about: string
  tone: Tone
  /** Empty: that of the words. */
  language: string
  hashtags: boolean
}

const TONES = ['neutral', 'friendly', 'professional', 'playful', 'urgent'] as const satisfies readonly Tone[]

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'uk', 'tr', 'ja', 'zh'] as const

const SAME = 'same'

const languageName = (code: string): string => new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code

type SuggestFormProps = {
  from: Brief['from']
  /** What is written already. */
  words: string
  busy: boolean
  onAsk: (brief: Brief) => void
}

/** What the post is about, and how it should sound. */
export const SuggestForm = ({ from, words, busy, onAsk }: SuggestFormProps) => {
  const [about, setAbout] = useState(from === 'words' ? words : (/https?:\/\/\S+/.exec(words)?.[0] ?? ''))
  const [tone, setTone] = useState<Tone>('neutral')
  const [language, setLanguage] = useState<string>(SAME)
  const [hashtags, setHashtags] = useState(true)
  const [wrong, setWrong] = useState(false)
  const ask = (): void => {
    const fits = from === 'words' ? about.trim() !== '' : /^https?:\/\/\S+$/i.test(about.trim())
    setWrong(!fits)
    if (fits) onAsk({ from, about, tone, language: language === SAME ? '' : language, hashtags })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        ask()
      }}
    >
      {from === 'words' ? (
        <TextField
          label={say('composer.suggest-about')}
          lines={3}
          first
          value={about}
          maxLength={4000}
          onChange={setAbout}
          failure={
            wrong ? { message: say('composer.suggest-no-words'), next: say('composer.suggest-no-words-next') } : null
          }
        />
      ) : (
        <TextField
          label={say('composer.suggest-address')}
          description={say('composer.suggest-address-about')}
          placeholder="https://"
          inputMode="url"
          first
          value={about}
          onChange={setAbout}
          failure={
            wrong
              ? { message: say('composer.suggest-no-address'), next: say('composer.suggest-no-address-next') }
              : null
          }
        />
      )}
      <div className="field-pair">
        <SelectField
          label={say('composer.tone')}
          chosen={tone}
          onChoose={setTone}
          options={TONES.map((key) => ({ key, label: say(`composer.tone-${key}`) }))}
        />
        <SelectField
          label={say('composer.language')}
          chosen={language}
          onChoose={setLanguage}
          options={[
            { key: SAME, label: say(from === 'words' ? 'composer.language-as-written' : 'composer.language-as-page') },
            ...LANGUAGES.map((code) => ({ key: code, label: languageName(code) })),
          ]}
        />
      </div>
      <div className="suggest-foot">
        <SwitchField label={say('composer.with-hashtags')} on={hashtags} onChange={setHashtags} />
        <Button look="primary" type="submit" isPending={busy}>
          {say('composer.suggest')}
        </Button>
      </div>
    </form>
  )
}
