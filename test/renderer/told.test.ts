import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../src-preload/contract/failure.ts'
import type { Item } from '../../src-preload/contract/model/item.ts'
import type { Problem } from '../../src-preload/contract/model/post.ts'
import { type Reason, REASONS } from '../../src-preload/contract/model/told.ts'
import { notReached } from '../../src-main/channels/kit/network-failure.ts'
import { exhausted, mustWait } from '../../src-main/core/meters-words.ts'
import { failedInEnglish } from '../../src-main/core/refusal.ts'
import { because } from '../../src-main/core/told.ts'
import { sayProblem, sayText } from '../../src-renderer/composer/options/option-groups.ts'
import { describeItem } from '../../src-renderer/queue/item/item-words.ts'
import { problemWords } from '../../src-renderer/today/readiness-words.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { BOOT_TOLD_DE } from '../../src-main/shell/words/boot-told-de.ts'
import { SAID_BY_CHANNELS } from '../../src-renderer/words/de/said-by-channels.ts'
import { TOLD } from '../../src-renderer/words/de/told.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { sayFailure, sayFailureInLine } from '../../src-renderer/words/say-failure.ts'
import { setChannelWords } from '../../src-renderer/words/say-as-channel.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { toldCatalogue } from '../../src-renderer/words/told-words.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const ALL = Object.keys(REASONS) as Reason[]

const placesIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => placesIn(option.value))]
    }
    return [element.value]
  })

/** What a page says, and what is said before there is one. */
const SAID = new Map<string, readonly string[]>(Object.entries({ ...BOOT_TOLD_DE, ...TOLD }))

describe('every reason', () => {
  test('has sentences in German, of what it speaks of and nothing else', () => {
    const wrong = ALL.filter((reason) => {
      const places = new Set((SAID.get(reason) ?? []).flatMap((sentence) => placesIn(parse(sentence))))
      const values = new Set<string>(REASONS[reason])
      // The zone is what an instant is told in.
      if (values.has('roomAt')) values.delete('zone')
      return [...places].toSorted().join() !== [...values].toSorted().join()
    })
    expect(wrong).toEqual([])
    expect([...SAID.keys()].toSorted()).toEqual(ALL.toSorted())
  })

  test('is said in whole sentences', () => {
    const odd = Object.entries(TOLD).filter(([, sentences]) =>
      sentences.some((one: string) => one.trim() !== one || one === '' || !/[.}"]$/.test(one)),
    )
    expect(odd).toEqual([])
  })
})

test('a failure that is kept with a reason of another version keeps its own sentences', () => {
  const kept = { ...failedInEnglish('offline', 'Off.', 'Wait.'), told: { reason: 'of-tomorrow', about: {} } }
  expect(failure.parse(kept)).toEqual({ code: 'offline', message: 'Off.', next: 'Wait.', told: undefined })
})

describe('in German', () => {
  beforeEach(() => {
    setTongue('de-DE', { ...DE, ...toldCatalogue(TOLD) })
    setChannelWords(SAID_BY_CHANNELS)
  })
  afterEach(() => {
    setTongue('en-GB', { ...EN })
    setChannelWords({})
  })

  const at = Date.parse('2026-12-01T08:00:00Z')
  const item = (change: Partial<Item>): Item => makeItem(makePost(), makeAccount({}), change)

  test('a row of the queue names what cannot be reached, and when it is tried again', () => {
    const away = notReached('one.example', { isOnline: () => true }, new Error('refused'))
    const { cause } = describeItem(
      item({
        state: 'waiting',
        waiting: { reason: 'unreachable', since: new Date(at).toISOString() },
        nextAt: new Date(at + 40_000).toISOString(),
        failure: away,
      }),
      { now: at, zone: 'Europe/Berlin', channel: 'Bluesky', account: 'Alice' },
    )
    expect(cause).toMatch(/^one\.example ist gerade nicht erreichbar · /)
    expect(sayFailure(away)).toEqual({
      message: 'one.example ist gerade nicht erreichbar.',
      next: 'Nichts zu tun: Posthorn versucht es von selbst wieder.',
      own: null,
    })
  })

  test('a problem of a post is told with its figures', () => {
    const long: Problem = {
      severity: 'error',
      code: 'text-too-long',
      message: 'The text is too long for X: 300 of 280 characters.',
      next: 'Shorten it.',
      field: 'text',
      told: because('text-too-long', { network: 'X', used: 1300, max: 280, unit: 'characters', split: 'false' }),
    }
    expect(sayText(long)).toEqual({
      message: 'Der Text ist für X zu lang: 1.300 von 280 Zeichen.',
      next: 'Kürzen.',
      own: null,
    })
    expect(sayProblem(long, [])).toBe('Der Text ist für X zu lang: 1.300 von 280 Zeichen.')
  })

  test('a limit is told with what it counts and when there is room again', () => {
    const full = {
      limit: {
        subject: { kind: 'everything' },
        unit: 'posts',
        limit: 5,
        window: { kind: 'period', period: 'DAY', zone: 'Europe/Berlin' },
        source: 'person',
      },
      account: 'Alice',
      used: 5,
      amount: 1,
      room: Date.parse('2031-12-01T23:00:00Z'),
      zone: 'Europe/Berlin',
    } as const
    expect(sayFailure(exhausted(full)).message).toBe(
      'Das Limit von 5 Beiträgen am Tag für alles Veröffentlichte ist erreicht: 5 von 5 sind geplant oder verbraucht.',
    )
    expect(sayFailure(exhausted(full)).next).toMatch(
      /^Ab 2\. Dez\. 2031 00:00 ist wieder Platz|^Ab .*2031.* wieder Platz/,
    )
    const slow = { ...full, limit: { ...full.limit, window: { kind: 'rolling', seconds: 7200 } } } as const
    expect(sayFailureInLine(mustWait(slow))).toBe(
      'Das Limit von 5 Beiträgen innerhalb von 2 Stunden für alles Veröffentlichte lässt bis dahin keinen Platz. ' +
        'Nichts zu tun: Der Beitrag geht von selbst hinaus, sobald Platz ist; mit einem höheren Limit früher.',
    )
  })

  test('advice and readiness are said, and whose account it is', () => {
    const advice = {
      message: 'A permission is missing: write.',
      next: 'Connect it again.',
      told: because('advice-permissions', { count: 1, names: 'write' }),
    }
    expect(sayFailureInLine(advice)).toBe(
      'Eine Berechtigung fehlt: write. Neu verbinden und alles erlauben, wonach gefragt wird.',
    )
    const says = {
      message: 'Alice: It is missing.',
      next: 'Attach it again.',
      told: { ...because('file-lost', { file: 'a.png' }), of: 'Alice' },
    }
    const { what } = problemWords(
      {
        kind: 'check',
        severity: 'error',
        itemId: 'itm_0000000000',
        accountId: 'acc_0000000000',
        account: 'Alice',
        text: 'Hello',
        at: new Date(at).toISOString(),
        posts: 1,
        says,
      },
      { zone: 'Europe/Berlin', now: at },
    )
    expect(what).toContain('Alice: Die Datei a.png fehlt im Ordner von Posthorn.')
  })
})
