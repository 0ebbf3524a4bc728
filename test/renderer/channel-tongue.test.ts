import { afterEach, describe, expect, test } from 'vitest'
import { failed } from '../../src-main/core/refusal.ts'
import { toldOf } from '../../src-main/core/told.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { NETWORKS } from '../../src-main/channels/rules/index.ts'
import { factsOf } from '../../src-renderer/channels/facts.ts'
import { optionFields, type OptionField } from '../../src-renderer/composer/options/option-fields.ts'
import { fieldsOf } from '../../src-renderer/accounts/schema-form.ts'
import { CHANNEL_WORDS } from '../../src-renderer/words/de/channel-words.ts'
import { SAID_BY_CHANNELS } from '../../src-renderer/words/de/said-by-channels.ts'
import { SENTENCES } from '../../src-renderer/words/de/sentences.ts'
import { toldWords } from '../../src-renderer/words/de/told.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { sayAsChannel, setChannelWords } from '../../src-renderer/words/say-as-channel.ts'
import { sayFailure } from '../../src-renderer/words/say-failure.ts'
import { tellChannel } from '../../src-renderer/words/tell-channel.ts'
import { tools } from '../channels/channel-world.ts'

const channels = [...createChannels(tools).values()].map(({ descriptor }) => descriptor)
const speakGerman = (): void => {
  setTongue('de-DE', { ...DE, ...toldWords() })
  setChannelWords(CHANNEL_WORDS)
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
  ...NETWORKS.map(({ name }) => name),
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

  test('keeps the values of a sentence, and says those that are sentences themselves', () => {
    speakGerman()
    expect(sayAsChannel('Tumblr takes 100 links in a text; this has 101.')).toBe(
      'Tumblr nimmt 100 Links in einem Text; hier sind es 101.',
    )
    expect(sayAsChannel('The post stands, but not its first comment: LinkedIn no longer accepts this sign-in.')).toBe(
      'Der Beitrag steht, aber nicht sein erster Kommentar: LinkedIn nimmt diese Anmeldung nicht mehr an.',
    )
    expect(sayAsChannel('Of nobody.')).toBe('Of nobody.')
  })

  test('takes the closest sentence where several would do', () => {
    speakGerman()
    expect(sayAsChannel('X cannot use one of the files.')).toBe('X kann eine der Dateien nicht verwenden.')
    expect(sayAsChannel('example.com refused it, and did not say why (418).')).toBe(
      'example.com hat es ohne Begründung abgelehnt (418).',
    )
    expect(sayAsChannel('X refused it: (of its own [words] $1)')).toBe('X hat es abgelehnt: (of its own [words] $1)')
  })

  test('has a place in German for each value, and says nothing of values that there are none of', () => {
    const placesOf = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name)
        .toSorted()
        .join()
    const odd = Object.entries(SENTENCES).filter(([english, german]) => placesOf(english) !== placesOf(german))
    expect(odd).toEqual([])
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

  test('of a channel is told whole by its sentences', () => {
    speakGerman()
    const refused = failed('rejected-by-channel', 'X refused it: Nope.', 'Change what it complains about and retry.')
    expect(sayFailure(refused)).toEqual({
      message: 'X hat es abgelehnt: Nope.',
      next: 'Ändern, was beanstandet wird, und noch einmal versuchen.',
      own: null,
    })
    const ofAlice = { ...refused, message: `Alice: ${refused.message}`, told: { ...toldOf(refused), of: 'Alice' } }
    expect(sayFailure(ofAlice).message).toBe('Alice: X hat es abgelehnt: Nope.')
  })

  test('that the page itself met has no code and is said already', () => {
    speakGerman()
    expect(sayFailure({ message: 'Fehlt.', next: 'Angeben.' }).own).toBeNull()
  })
})
