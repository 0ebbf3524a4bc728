import { afterEach, describe, expect, test } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import { factsOf } from '../../src-renderer/channels/facts.ts'
import { optionFields, type OptionField } from '../../src-renderer/composer/options/option-fields.ts'
import { fieldsOf } from '../../src-renderer/accounts/schema-form.ts'
import { SAID_BY_CHANNELS } from '../../src-renderer/words/de/said-by-channels.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { sayAsChannel, setChannelWords } from '../../src-renderer/words/say-as-channel.ts'
import { sayFailure } from '../../src-renderer/words/say-failure.ts'
import { tellChannel } from '../../src-renderer/words/tell-channel.ts'
import { tools } from '../channels/channel-world.ts'

const channels = [...createChannels(tools).values()].map(({ descriptor }) => descriptor)
const speakGerman = (): void => {
  setTongue('de-DE', { ...DE })
  setChannelWords(SAID_BY_CHANNELS)
}

afterEach(() => {
  setTongue('en-GB', { ...EN })
  setChannelWords({})
})

/** Names of programs, protocols and networks are the same in every language. */
const NAMES = new Set([
  'hugo',
  'jekyll',
  'eleventy',
  'astro',
  'tls',
  'starttls',
  ...channels.map(({ key }) => key),
  'reddit',
])

const choicesOf = (fields: readonly OptionField[]): string[] =>
  fields.flatMap(({ choices, fields: parts }) => [...choices.map(({ label }) => label), ...choicesOf(parts)])

describe('what channels say of themselves', () => {
  test('is all in the German catalogue', () => {
    const told: string[] = []
    for (const channel of channels) {
      tellChannel(channel, (english) => {
        if (english !== channel.name) told.push(english)
        return english
      })
      told.push(...choicesOf(optionFields(channel.options)))
      told.push(...fieldsOf(channel.settings).flatMap(({ options }) => options.map(({ label }) => label)))
    }
    const silent = told.filter((english) => !Object.hasOwn(SAID_BY_CHANNELS, english) && !NAMES.has(english))
    expect([...new Set(silent)]).toEqual([])
  })

  test('is said in the tongue that is spoken, wherever it stands in a form', () => {
    const wordpress = channels.find(({ key }) => key === 'wordpress')
    if (wordpress === undefined) throw new Error('no WordPress')
    expect(tellChannel(wordpress)).toEqual(wordpress)
    speakGerman()
    const german = tellChannel(wordpress)
    expect(german.guide[0]?.text).toMatch(/^In WordPress Benutzer/)
    expect(german.secret?.title).toBe('Anwendungspasswort')
    expect(fieldsOf(german.settings).map(({ title }) => title)).toContain('Benutzername')
    expect(factsOf(german).map(({ title }) => title)).toContain('Veröffentlichen')
  })

  test('keeps the figures of a sentence', () => {
    speakGerman()
    expect(sayAsChannel('12 posts wait for this account.')).toBe('12 Beiträge warten auf dieses Konto.')
    expect(sayAsChannel('Of nobody.')).toBe('Of nobody.')
  })
})

describe('a failure', () => {
  const failure = { code: 'unreachable', message: 'example.com did not answer.', next: 'Try later.' } as const

  test('is told as the core tells it in English', () => {
    expect(sayFailure(failure)).toEqual({ message: failure.message, next: failure.next, own: null })
  })

  test('is told by its code in another tongue, with the core’s own sentences beside it', () => {
    speakGerman()
    expect(sayFailure(failure)).toEqual({
      message: 'Der Server ist gerade nicht erreichbar.',
      next: 'Später noch einmal versuchen.',
      own: 'example.com did not answer. Try later.',
    })
  })

  test('that the page itself met has no code and is said already', () => {
    speakGerman()
    expect(sayFailure({ message: 'Fehlt.', next: 'Angeben.' }).own).toBeNull()
  })
})
