import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { methods } from '../../src-preload/contract/methods.ts'
import { NETWORKS } from '../../src-main/channels/rules/index.ts'
import { parseSettings } from '../../src-main/app/account-input.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { tellIssue } from '../../src-main/core/told-issue.ts'
import { fieldsOf, fieldWords, lackOf } from '../../src-renderer/accounts/schema-form.ts'
import { CHANNEL_WORDS } from '../../src-renderer/words/de/channel-words.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { toldWords } from '../../src-renderer/words/de/told.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { sayAsChannelIfKnown, setChannelWords } from '../../src-renderer/words/say-as-channel.ts'
import { besideField, sayFailure, sayFailureInLine } from '../../src-renderer/words/say-failure.ts'
import { say, setTongue } from '../../src-renderer/words/say.ts'
import { tools } from '../channels/channel-world.ts'

const speakGerman = (): void => {
  setTongue('de-DE', { ...DE, ...toldWords() })
  setChannelWords(CHANNEL_WORDS)
}

afterEach(() => {
  setTongue('en-GB', { ...EN })
  setChannelWords({})
})

/** Every sentence that a schema has of its own, at any depth. */
const sentencesIn = (schema: unknown, seen: Set<unknown>): string[] => {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return []
  seen.add(schema)
  const own = 'error' in schema && typeof schema.error === 'function' ? [String(schema.error({ input: 'x' }))] : []
  const inner = 'def' in schema ? [schema.def] : Object.values(schema)
  return [...own, ...inner.flatMap((one) => sentencesIn(one, seen))]
}

test('what schemas say of a field in a sentence of their own is said in German', () => {
  speakGerman()
  const seen = new Set<unknown>()
  const channels = [...createChannels(tools).values()]
  const said = [
    ...Object.values(methods).flatMap(({ input }) => sentencesIn(input, seen)),
    ...Object.values(NETWORKS).flatMap(({ options }) => sentencesIn(options, seen)),
    ...channels.flatMap(({ settings }) => sentencesIn(settings, seen)),
  ]
  const silent = said.filter((english) => sayAsChannelIfKnown(english) === null)
  expect(said.length).toBeGreaterThan(20)
  expect([...new Set(silent)]).toEqual([])
})

describe('what a field is told', () => {
  const shape = z.object({
    name: z.string().min(1).max(100),
    words: z.string().min(3),
    seconds: z.int().max(60),
    url: z.url(),
    events: z.array(z.string()).min(1),
    unit: z.enum(['posts', 'credits']),
    time: z.string().regex(/^\d\d:\d\d$/, 'Use a time such as 09:30.'),
  })
  const right = {
    name: 'A',
    words: 'abc',
    seconds: 1,
    url: 'https://a.example',
    events: ['a'],
    unit: 'posts',
    time: '09:30',
  }

  test.each([
    [{ name: '' }, 'It is missing.', 'Name: Diese Angabe fehlt.'],
    [{ name: undefined }, 'It is missing.', 'Name: Diese Angabe fehlt.'],
    [{ name: 'x'.repeat(101) }, 'At most 100 characters.', 'Name: Höchstens 100 Zeichen.'],
    [{ words: 'a' }, 'At least 3 characters.', 'words: Mindestens 3 Zeichen.'],
    [{ words: 3 }, 'It is no text.', 'words: Das ist kein Text.'],
    [{ seconds: 61 }, 'At most 60.', 'Dauer: Höchstens 60.'],
    [{ seconds: 1.5 }, 'It is no whole number.', 'Dauer: Das ist keine ganze Zahl.'],
    [{ url: 'nowhere' }, 'It is no web address.', 'Adresse: Das ist keine Webadresse.'],
    [{ events: [] }, 'At least one entry.', 'Ereignisse: Mindestens ein Eintrag.'],
    [
      { unit: 'euros' },
      'It is none of these: posts, credits.',
      'unit: Das steht nicht zur Wahl. Möglich ist: posts, credits.',
    ],
    [{ time: 'nine' }, 'Use a time such as 09:30.', 'Uhrzeit: Eine Uhrzeit angeben, etwa 09:30.'],
  ])('%j', (wrong, english, german) => {
    const [issue] = shape.safeParse({ ...right, ...wrong }).error?.issues ?? []
    if (issue === undefined) throw new Error('nothing is wrong')
    const { message, told } = tellIssue(issue)
    expect(message).toBe(english)
    speakGerman()
    const failure = { message, next: 'Correct it.', told: { ...told, field: issue.path.join('.') } }
    expect(sayFailure(failure).message).toBe(german)
    // Beside the field its name is not said again.
    expect(sayFailure(besideField(failure)).message).toBe(german.slice(german.indexOf(': ') + 2))
  })
})

describe('the form of an account that is posted to by hand', () => {
  const byHand = createChannels(tools).get('assisted')
  if (byHand === undefined) throw new Error('nothing is posted by hand')

  test.each([
    ['settings.site', { site: 'nowhere', path: '/to-post' }, 'Eine Adresse wie https://example.com/new-post angeben.'],
    ['settings.site', { path: '/to-post' }, 'Eine Adresse wie https://example.com/new-post angeben.'],
    ['settings.path', { site: 'https://a.example', path: 'here' }, 'Den ganzen Pfad des Ordners angeben, etwa'],
    ['settings.path', { site: 'https://a.example' }, 'Einen Ordner wählen.'],
  ])('says in German what is wrong with %s: %j', (field, settings, german) => {
    speakGerman()
    const refusal = (() => {
      try {
        return parseSettings(byHand, settings)
      } catch (error) {
        return error
      }
    })()
    if (!(refusal instanceof Refusal)) throw new Error('nothing is wrong')
    expect(refusal.failure.field).toBe(field)
    expect(sayFailureInLine(fieldWords(refusal.failure))).toContain(german)
  })

  test('says in German that a field is empty', () => {
    speakGerman()
    const failure = lackOf(
      'settings.site',
      say('accounts.field-empty', { field: 'Webadresse' }),
      say('accounts.field-empty-next'),
    )
    expect(sayFailureInLine(fieldWords(failure))).toBe(
      'Webadresse ist leer. Ohne diese Angabe lässt sich nichts verbinden.',
    )
  })

  test('offers networks by their names', () => {
    const rules = fieldsOf(byHand.descriptor.settings).find(({ name }) => name === 'rules')
    const labels = new Map(rules?.options.map(({ key, label }) => [key, label]))
    expect(['x', 'google-business', 'reddit'].map((key) => labels.get(key))).toEqual(['X', 'Google Business', 'Reddit'])
  })
})
