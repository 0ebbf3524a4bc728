import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { COMMANDS } from '../../src-renderer/commands/command-list.ts'
import { createCommandStore } from '../../src-renderer/commands/command-store.ts'
import {
  changedIn,
  conflictsOf,
  reservedIn,
  withKeys,
  withOwnKeys,
  withoutKeys,
} from '../../src-renderer/commands/edit-keys.ts'
import { findCommands } from '../../src-renderer/commands/find-commands.ts'
import { type Bound, createKeyReader } from '../../src-renderer/commands/key-reader.ts'
import { areHeardTogether, keysOf } from '../../src-renderer/commands/keys-of.ts'
import { isBare, pressOf, readKeys, writeKeys } from '../../src-renderer/commands/presses.ts'
import { createPastStore, type Deed } from '../../src-renderer/shell/past-store.ts'
import { keyName } from '../../src-renderer/shell/keys.ts'
import { createToastStore } from '../../src-renderer/shell/toast-store.ts'
import { DE } from '../../src-renderer/words/de.ts'
import { EN } from '../../src-renderer/words/en.ts'
import { setTongue } from '../../src-renderer/words/say.ts'
import { failure } from './memory-kit.ts'

afterEach(() => setTongue('en-GB', { ...EN }))

const pressed = (key: string, more: { code?: string; held?: string; altGraph?: boolean; composing?: boolean } = {}) =>
  pressOf({
    key,
    code: more.code ?? '',
    ctrlKey: more.held?.includes('ctrl') ?? false,
    metaKey: more.held?.includes('meta') ?? false,
    altKey: more.held?.includes('alt') ?? false,
    shiftKey: more.held?.includes('shift') ?? false,
    isComposing: more.composing ?? false,
    getModifierState: (name) => name === 'AltGraph' && more.altGraph === true,
  })

describe('a press', () => {
  test('is known by what is printed on the key, whatever Shift and Caps Lock make of it', () => {
    expect(pressed('K', { held: 'ctrl' })).toBe('Mod+k')
    expect(pressed('Z', { held: 'ctrl shift' })).toBe('Mod+Shift+z')
    expect(pressed('?', { held: 'shift' })).toBe('?')
    expect(pressed('Enter', { held: 'ctrl shift' })).toBe('Mod+Shift+Enter')
    expect(pressed(' ', { held: 'ctrl' })).toBe('Mod+Space')
    // The letter counts, not the place: on a French keyboard `a` is where others have `q`.
    expect(pressed('a', { code: 'KeyQ' })).toBe('a')
  })

  test('is known by its place where the keyboard writes no Latin letters', () => {
    expect(pressed('л', { code: 'KeyK', held: 'ctrl' })).toBe('Mod+k')
    expect(pressed('γ', { code: 'KeyG' })).toBe('g')
    expect(pressed('б', { code: 'Comma', held: 'ctrl' })).toBe('Mod+,')
    expect(pressed('ü', { code: 'BracketLeft' })).toBe('ü')
  })

  test('is none while a word is composed or only a modifier is held', () => {
    expect(pressed('k', { composing: true })).toBeNull()
    expect(pressed('Process', { code: 'KeyK' })).toBeNull()
    expect(pressed('Dead')).toBeNull()
    expect(pressed('Shift', { held: 'shift' })).toBeNull()
  })

  test('with AltGr is the sign that it writes', () => {
    expect(pressed('@', { code: 'KeyQ', held: 'ctrl alt', altGraph: true })).toBe('@')
    expect(isBare('@')).toBe(true)
    expect(isBare('Shift+k')).toBe(true)
    expect(isBare('Mod+k')).toBe(false)
    expect(isBare('F2')).toBe(false)
  })

  test('is printed as the keyboard names it', () => {
    expect(keyName('Mod+Shift+Enter | n')).toBe('Ctrl+Shift+Enter')
    expect(keyName('g q')).toBe('G Q')
    setTongue('de-DE', { ...DE })
    expect(keyName('Mod+Shift+Enter')).toBe('Strg+Umschalt+Eingabe')
  })
})

test('keys that are written and read again are the same', () => {
  const press = fc
    .tuple(fc.subarray(['Mod', 'Alt', 'Shift']), fc.constantFrom('k', 'Enter', 'F5', '?', ',', 'Plus', 'Bar', 'ä'))
    .map(([held, key]) => [...held, key].join('+'))
  const way = fc.array(press, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(way, { maxLength: 3 }), (ways) => {
      expect(readKeys(writeKeys(ways))).toEqual(ways)
    }),
  )
})

describe('presses one after the other', () => {
  const bound: readonly Bound<string>[] = [
    { id: 'queue', ways: readKeys('g q') },
    { id: 'near', ways: readKeys('n') },
    { id: 'new', ways: readKeys('Mod+N | n') },
  ]

  test('are one command, if they come soon enough', () => {
    const reader = createKeyReader()
    expect(reader.press('g', bound, 0)).toEqual({ kind: 'begun' })
    expect(reader.press('q', bound, 900)).toEqual({ kind: 'command', id: 'queue' })
    expect(reader.press('g', bound, 2_000)).toEqual({ kind: 'begun' })
    expect(reader.press('q', bound, 9_000)).toEqual({ kind: 'nothing' })
  })

  test('that lead nowhere count from the last one on', () => {
    const reader = createKeyReader()
    reader.press('g', bound, 0)
    expect(reader.press('Mod+n', bound, 100)).toEqual({ kind: 'command', id: 'new' })
    reader.press('g', bound, 200)
    reader.press('g', bound, 300)
    expect(reader.press('q', bound, 400)).toEqual({ kind: 'command', id: 'queue' })
  })

  test('ask for the first of two that have the same keys', () => {
    expect(createKeyReader().press('n', bound, 0)).toEqual({ kind: 'command', id: 'near' })
  })
})

describe('the keys of commands', () => {
  test('are their own or those that the person chose; ids that nobody has any more do no harm', () => {
    const shortcuts = { 'going.queue': 'Mod+Q', 'gone.long-ago': 'Mod+K' }
    expect(keysOf('going.queue', shortcuts)).toBe('Mod+Q')
    expect(keysOf('going.drafts', shortcuts)).toBe('g d')
    expect(changedIn(shortcuts)).toEqual(['going.queue'])
  })

  test('are no system’s, and everywhere no two are the same from the start', () => {
    const everywhere = COMMANDS.filter(
      ({ group }) => areHeardTogether(group, 'queue') && areHeardTogether(group, 'writing'),
    )
    const ways = everywhere.flatMap(({ keys }) => readKeys(keys).map((way) => way.join(' ')))
    expect(new Set(ways).size).toBe(ways.length)
    expect(COMMANDS.flatMap(({ keys }) => readKeys(keys).flatMap(reservedIn))).toEqual([])
  })

  test('are named as taken before they are kept, and then taken away there', () => {
    expect(conflictsOf('going.today', ['Mod+k'], {})).toMatchObject([{ kind: 'taken', id: 'everywhere.palette' }])
    const changed = withKeys('going.today', ['Mod+k'], {})
    expect(changed).toMatchObject({ 'going.today': 'Mod+k', 'everywhere.palette': '' })
    expect(conflictsOf('going.today', ['Mod+k'], changed)).toEqual([])
  })

  test('are named where one begins the other', () => {
    const met = conflictsOf('everywhere.palette', ['g'], {})
    expect(met).toContainEqual({ kind: 'begins', id: 'going.queue' })
    expect(withKeys('everywhere.palette', ['g'], {})).toMatchObject({
      'going.queue': 'Mod+1',
      'going.settings': 'Mod+,',
    })
  })

  test('come back, also those that were given to another', () => {
    const changed = withKeys('going.today', ['Mod+k'], {})
    const back = withOwnKeys('everywhere.palette', changed)
    expect(keysOf('everywhere.palette', back)).toBe('Mod+K')
    expect(keysOf('going.today', back)).toBe('')
    expect(withOwnKeys('going.today', back)).toEqual({})
    expect(withKeys('going.today', ['g', 't'], withoutKeys('going.today', {}))).toEqual({})
  })

  test('whatever is kept, nothing that is heard together has the same keys of the person’s choice', () => {
    const ids = COMMANDS.map(({ id }) => id)
    const step = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('Mod+k', 'g', 'g q', 'n', 'x', 'Mod+j'))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const kept = steps.reduce((before, [id, keys]) => withKeys(id, keys.split(' '), before), {})
        const last = steps.slice(-1).flatMap(([id, keys]) => conflictsOf(id, keys.split(' '), kept))
        expect(last).toEqual([])
      }),
    )
  })
})

test('a command does what was bound last, and what was bound before again when that is gone', () => {
  const store = createCommandStore()
  const ran: string[] = []
  store.bind('everywhere.new-post', () => ran.push('first'))
  const release = store.bind('everywhere.new-post', () => ran.push('second'), 'A second one')
  expect(store.state.getState().bound.get('everywhere.new-post')?.says).toBe('A second one')
  expect(store.run('everywhere.new-post')).toBe(true)
  release()
  expect(store.run('everywhere.new-post')).toBe(true)
  expect(ran).toEqual(['second', 'first'])
  expect(store.run('everywhere.help')).toBe(false)
})

test('commands are found by their name in the language of the interface', () => {
  expect(findCommands('').flatMap(({ ids }) => ids)).toHaveLength(COMMANDS.length)
  expect(findCommands('snapshot')).toEqual([{ group: 'everywhere', ids: ['everywhere.snapshot'] }])
  setTongue('de-DE', { ...DE })
  expect(findCommands('sicherung')).toEqual([{ group: 'everywhere', ids: ['everywhere.snapshot'] }])
  expect(findCommands('snapshot of nothing')).toEqual([])
})

describe('what was done', () => {
  let log: string[] = []
  beforeEach(() => {
    log = []
  })
  const deed = (name: string, refuses: Failure | null = null): Deed => ({
    says: name,
    undo: async () => {
      log.push(`undo ${name}`)
      return refuses
    },
    redo: async () => {
      log.push(`redo ${name}`)
      return null
    },
  })

  test('is taken back newest first, and done again in turn', async () => {
    const past = createPastStore(createToastStore())
    past.did(deed('a'))
    past.did(deed('b'))
    await Promise.all([past.undo(), past.undo(), past.undo(), past.redo()])
    expect(log).toEqual(['undo b', 'undo a', 'redo a'])
    past.did(deed('c'))
    await past.redo()
    expect(log).toHaveLength(3)
  })

  test('tells who goes back and forth where that led, not every step to there', async () => {
    const toasts = createToastStore()
    const past = createPastStore(toasts)
    const said = () => toasts.state.getState().toasts.map(({ text }) => text)
    past.did(deed('a'))
    past.did(deed('b'))
    expect(said()).toEqual(['a', 'b'])
    await past.undo()
    await past.undo()
    expect(said()).toEqual(['Undone: a'])
    await past.redo()
    expect(said()).toEqual(['a'])
    await past.undo()
    past.did(deed('c'))
    expect(said()).toEqual(['c'])
  })

  test('has one notice at a time, with the way back or forth', async () => {
    const toasts = createToastStore()
    const past = createPastStore(toasts)
    past.did(deed('Scheduled.'))
    await past.undo()
    expect(toasts.state.getState().toasts.map(({ text }) => text)).toEqual(['Undone: Scheduled.'])
    await past.redo()
    expect(toasts.state.getState().toasts.map(({ text }) => text)).toEqual(['Scheduled.'])
  })

  test('names what else can be done once it is undone, as it is then', async () => {
    const toasts = createToastStore()
    const past = createPastStore(toasts)
    const offers = () =>
      toasts.state
        .getState()
        .toasts.at(-1)
        ?.actions.map(({ label }) => label)
    let here = false
    past.did({ ...deed('a'), alsoUndone: () => (here ? [] : [{ label: 'Open', run: () => log.push('open a') }]) })
    expect(offers()).toEqual(['Undo'])
    await past.undo()
    expect(offers()).toEqual(['Redo', 'Open'])
    toasts.state.getState().toasts.at(-1)?.actions[1]?.run()
    expect(log).toEqual(['undo a', 'open a'])
    await past.redo()
    here = true
    await past.undo()
    expect(offers()).toEqual(['Redo'])
  })

  test('says why it cannot be taken back any more, and goes on to what was before', async () => {
    const toasts = createToastStore()
    const past = createPastStore(toasts)
    past.did(deed('a'))
    past.did(deed('b', failure('illegal-transition', 'It is published.', 'Take it down there.')))
    await past.undo()
    expect(toasts.state.getState().toasts.at(-1)).toMatchObject({ tone: 'trouble', text: 'It is published.' })
    await past.undo()
    expect(log).toEqual(['undo b', 'undo a'])
  })

  test('can still be taken back after the way to the core was shut for a while', async () => {
    const past = createPastStore(createToastStore())
    let shut = true
    past.did({ ...deed('a'), undo: async () => (shut ? failure('unreachable', 'No answer.', 'Wait.') : null) })
    await past.undo()
    expect(past.state.getState().done).toHaveLength(1)
    shut = false
    await past.undo()
    expect(past.state.getState()).toMatchObject({ done: [], undone: [{ says: 'a' }] })
  })
})
