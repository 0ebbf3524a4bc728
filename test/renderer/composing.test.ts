import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeDraft, draftOf, emptyDraft, timeOf } from '../../src-renderer/composer/draft/draft.ts'
import { findEmoji } from '../../src-renderer/composer/emoji/emoji-data.ts'
import { middleOf, sizeOf, turnedCrop, turnedSides } from '../../src-renderer/composer/media/crop-shape.ts'
import { retimed } from '../../src-renderer/composer/send/retimed.ts'
import { chosenWhen } from '../../src-renderer/composer/send/when-choice.ts'
import { hashtagsIn, matchTemplates, putTemplate } from '../../src-renderer/composer/templates/match-templates.ts'
import { knownHashtags, matchHashtags } from '../../src-renderer/composer/text/known-hashtags.ts'
import { wordAt } from '../../src-renderer/composer/text/typed-word.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const zone = 'Europe/Berlin'
const at = (day: number) => ({
  wall: `2026-12-0${day}T09:00`,
  zone,
  at: `2026-12-0${day}T08:00:00.000Z`,
  shift: null,
})

describe('a time of its own', () => {
  const [alice, bob] = [makeAccount({ name: 'Alice' }), makeAccount({ name: 'Bob' })]

  test('is what an account has that was moved in the queue', () => {
    const post = makePost({ status: 'scheduled' })
    post.items = [
      makeItem(post, alice, { state: 'scheduled', schedule: at(1) }),
      makeItem(post, bob, { state: 'scheduled', schedule: at(2) }),
    ]
    const draft = draftOf(post)
    expect(timeOf(draft, alice.id)).toBeNull()
    expect(timeOf(draft, bob.id)).toEqual({ wall: '2026-12-02T09:00', zone })
    expect(chosenWhen(post)).toEqual({ kind: 'at', wall: '2026-12-01T09:00', zone })
    expect(retimed(post, draft, chosenWhen(post))).toEqual([])

    const together = changeDraft(draft, { kind: 'own-time', accountId: bob.id, time: null })
    expect(retimed(post, together, chosenWhen(post))).toEqual([{ accountId: bob.id, when: chosenWhen(post) }])
  })

  test('is given and taken without touching what else the account says', () => {
    const said = changeDraft(emptyDraft(zone, [alice.id]), {
      kind: 'text',
      scope: { kind: 'account', accountId: alice.id },
      text: 'Mine',
    })
    const time = { wall: '2026-12-03T10:00', zone }
    const timed = changeDraft(said, { kind: 'own-time', accountId: alice.id, time })
    expect(timed.targets[0]?.override).toEqual({ text: 'Mine', time })
    expect(changeDraft(timed, { kind: 'own-time', accountId: alice.id, time: null })).toEqual(said)
  })
})

describe('what is offered while typing', () => {
  const kindAt = (text: string) => wordAt(text, text.length)

  test('is found by the sign before it', () => {
    expect(kindAt('Hi @al')).toMatchObject({ kind: 'mention', name: 'al' })
    expect(kindAt('By the #fer')).toMatchObject({ kind: 'tag', name: 'fer', start: 7 })
    expect(kindAt('Nice :smi')).toMatchObject({ kind: 'emoji', name: 'smi' })
    expect(kindAt('One\n/mor')).toMatchObject({ kind: 'template', name: 'mor', start: 4 })
    for (const text of ['https://', 'a/b', 'At 10:30', 'Re:view', 'a#b', 'and/or', ':)', '//']) {
      expect(kindAt(text)).toBeNull()
    }
  })

  test('are hashtags used before, most used first, unless one stands there whole', () => {
    const known = knownHashtags([
      { text: 'A #Sea day', items: [] },
      { text: '#ferry to the #sea #sea', items: [] },
      { text: 'https://x.example/#top &#39; #1', items: [] },
    ])
    expect(known).toEqual([
      { tag: 'Sea', posts: 2 },
      { tag: 'ferry', posts: 1 },
    ])
    expect(matchHashtags(known, 'fe').map(({ tag }) => tag)).toEqual(['ferry'])
    expect(matchHashtags(known, 'SEA')).toEqual([])
  })

  test('are emoji whose name or short name it is', () => {
    const entries = [
      { sign: '⚓', name: 'anchor', words: 'anchor anchor ship', group: 5 },
      { sign: '😀', name: 'grinning face', words: 'grinning grinning face smile', group: 0 },
    ]
    expect(findEmoji(entries, 'smi', 5).map(({ sign }) => sign)).toEqual(['😀'])
    expect(findEmoji(entries, 'anch', 5).map(({ sign }) => sign)).toEqual(['⚓'])
    expect(findEmoji(entries, 'nch', 5)).toEqual([])
  })

  test('are templates by name before those by words', () => {
    const made = (name: string, text: string) => ({ id: name, kind: 'text' as const, name, text, createdAt: '' })
    const entries = [made('Evening', 'Good night'), made('Night', 'x')]
    expect(matchTemplates(entries, 'ni').map(({ name }) => name)).toEqual(['Night', 'Evening'])
    expect(hashtagsIn('#a b #c #a')).toBe('#a #c')
    expect(putTemplate({ text: 'Hi', start: 2, end: 2 }, { kind: 'hashtags', text: '#a' }).text).toBe('Hi #a')
  })
})

describe('a part of a picture', () => {
  const side = fc.integer({ min: 10, max: 5000 })

  test('has the shape that was asked for, whole within the picture', () => {
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.3, max: 3, noNaN: true }), (width, height, ratio) => {
        const crop = middleOf(ratio, { width, height })
        expect(crop.x + crop.width).toBeLessThanOrEqual(1.000001)
        expect(crop.y + crop.height).toBeLessThanOrEqual(1.000001)
        expect((crop.width * width) / (crop.height * height)).toBeCloseTo(ratio, 5)
      }),
    )
  })

  test('is the same after four turns, and as many pixels after each', () => {
    const crop = { x: 0.1, y: 0.2, width: 0.5, height: 0.25 }
    const once = turnedCrop(crop, 90)
    expect(sizeOf(once, turnedSides({ width: 400, height: 200 }, 90))).toEqual({ width: 50, height: 200 })
    const whole = [90, 90, 90].reduce((part) => turnedCrop(part, 90), once)
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(whole[key]).toBeCloseTo(crop[key])
    expect(turnedCrop(once, -90).x).toBeCloseTo(crop.x)
  })
})
