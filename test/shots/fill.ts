import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { makePicture } from '../journeys/kit/picture.ts'
import { FAULT_TEXTS, type Fault, FAULTS } from './faults.ts'

/** What there is to open once a data folder is filled. */
export type Filled = {
  draftId: string
  itemId: string
  /** The item that each fault befell. */
  faults: Readonly<Record<Fault, string>>
  /** Has one of them missed, or not. */
  miss(isMissed: boolean): Promise<void>
}

const NO_FAULTS = { failed: '', unconfirmed: '', offline: '', limited: '', 'signed-out': '', missed: '' }

export const NOTHING: Filled = { draftId: '', itemId: '', faults: NO_FAULTS, miss: () => Promise.resolve() }

const ZONE = 'Europe/Berlin'
const at = (wall: string) => ({ kind: 'at' as const, wall, zone: ZONE })

/** Asks the core from within the page, as the interface does. */
const asker =
  (page: Page) =>
  async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = (await page.evaluate(
      ([name, given]) => Reflect.get(window, 'posthorn').call(name, given) as unknown,
      [method, input] as const,
    )) as Reply<Output<M>>
    if (!reply.ok) throw new Error(`${method}: ${reply.failure.message} ${reply.failure.next}`)
    return reply.value
  }
type Ask = ReturnType<typeof asker>

/** `wide`: for every account that there is by then; `pictured`: with a picture. */
const PLANNED: readonly { text: string; wall: string; tags?: string[]; wide?: true; pictured?: true }[] = [
  { text: 'Tomorrow we sail. '.repeat(12).trim(), wall: '2027-03-11T09:00', tags: ['harbour'] },
  { text: 'The market on the quay opens at eight: fish, bread, coffee.', wall: '2027-03-10T17:30', wide: true },
  {
    text: 'Who knows the name of this bird? Seen at the mole this morning.',
    wall: '2027-03-11T17:30',
    tags: ['birds'],
    pictured: true,
  },
  {
    text: 'Ferry timetable for the spring: https://example.org/ferry',
    wall: '2027-03-12T09:00',
    tags: ['harbour', 'ferry'],
  },
  { text: 'One week to the regatta.', wall: '2027-03-15T12:00' },
  { text: 'Behind the scenes: how a sail is sewn.', wall: '2027-03-17T18:00' },
  { text: 'Clocks go forward tonight. The first boat leaves an hour earlier.', wall: '2027-03-27T20:00' },
]

const DRAFTS = [
  'An idea for the summer: a map of all the places to swim.',
  'Long words must not break the page: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen.',
]

/** Accounts, posts in every state, rules and programs; fixed texts and times, so that two runs look the same. */
export const fill = async (page: Page, home: string): Promise<Omit<Filled, 'miss'>> => {
  const ask = asker(page)
  const accounts = await addAccounts(ask, home)
  await addRules(ask)
  const media = await ask('media.add', {
    name: 'harbour.png',
    data: (await readFile(await makePicture(home))).toString('base64'),
  })
  const attached = [{ mediaId: media.id, alt: 'A sailing boat before the evening sun' }]
  await publishSome(ask, accounts, { home, attached })
  for (const { text, wall, tags = [], wide = false, pictured = false } of PLANNED) {
    const targets = [accounts.folder, accounts.x, ...(wide ? [accounts.broken] : [])].map((accountId) => ({
      accountId,
    }))
    await ask('posts.save', {
      text,
      media: pictured ? attached : [],
      tags,
      zone: ZONE,
      targets: targets.map(plainly),
      when: at(wall),
    })
  }
  for (const text of DRAFTS) await ask('posts.save', { text, targets: [plainly({ accountId: accounts.folder })] })
  const draft = await ask('posts.save', {
    text: 'The boat is ready, and so is the crew.\n\nSee you at the pier #harbour',
    media: attached,
    tags: ['harbour', 'weather'],
    targets: [accounts.folder, accounts.x, accounts.instagram].map((accountId) => plainly({ accountId })),
  })
  const { entries } = await ask('items.list', { search: 'Tomorrow' })
  return { draftId: draft.id, itemId: entries[0]?.id ?? '', faults: await planFaults(ask, accounts.folder) }
}

/** What waits for another try has had it: at this moment nothing is due any more. */
export const triedAgain = async (page: Page, now: number): Promise<void> => {
  const ask = asker(page)
  await until('What waited for another try has not had it.', async () => {
    const { entries } = await ask('items.list', { states: ['waiting', 'publishing'] })
    return entries.every(({ state, nextAt }) => state === 'waiting' && nextAt !== null && Date.parse(nextAt) > now)
  })
}

/** Posts for later on, to which something will have happened by then. */
const planFaults = async (ask: Ask, accountId: string): Promise<Filled['faults']> => {
  const ids: Record<Fault, string> = { ...NO_FAULTS }
  for (const fault of [...FAULTS, 'missed'] as const) {
    const targets = [plainly({ accountId })]
    const { items } = await ask('posts.save', {
      text: FAULT_TEXTS[fault],
      zone: ZONE,
      targets,
      when: at('2027-03-20T11:00'),
    })
    ids[fault] = items[0]?.id ?? ''
  }
  return ids
}

const plainly = ({ accountId }: { accountId: string }) => ({ accountId, override: {} })

const addAccounts = async (ask: Ask, home: string) => {
  const byHand = (name: string, rules: string, site: string) =>
    ask('accounts.add', { channel: 'assisted', name, settings: { site, rules, path: join(home, rules) } })
  const x = await byHand('Harbour News', 'x', 'https://x.com/compose/post')
  const instagram = await byHand('harbour.pictures', 'instagram', 'https://www.instagram.com')
  const broken = await ask('accounts.add', {
    channel: 'folder',
    name: 'Old shelf',
    settings: { path: join(home, 'old') },
  })
  const { entries } = await ask('accounts.list', {})
  const folder = entries.find(({ name }) => name === 'My posts')
  if (folder === undefined) throw new Error('There is no folder to publish to.')
  return { folder: folder.id, x: x.id, instagram: instagram.id, broken: broken.id }
}

const addRules = async (ask: Ask): Promise<void> => {
  const times = [1, 2, 3, 4, 5].flatMap((day) => [
    { day, time: '09:00' },
    { day, time: '17:30' },
  ])
  await ask('slots.save', { name: 'Harbour news from the whole of the northern coast', zone: ZONE, times })
  await ask('slots.save', { name: 'Weekend', zone: ZONE, times: [{ day: 6, time: '11:00' }] })
  const day = { kind: 'period' as const, period: 'DAY' as const, zone: ZONE }
  await ask('quota.save', { subject: { kind: 'everything' }, unit: 'posts', limit: 8, window: day })
  await ask('keys.create', { name: 'Nightly import', kind: 'live' })
  await ask('hooks.save', {
    url: 'https://hooks.example.org/posthorn?and=more',
    events: ['post.published'],
    active: true,
    newSecret: false,
  })
  await ask('templates.save', { kind: 'text', name: 'Weather', text: 'Wind, waves and sun today:' })
  await ask('templates.save', { kind: 'hashtags', name: 'Harbour', text: '#harbour #boats #sea' })
}

type Accounts = Awaited<ReturnType<typeof addAccounts>>
type Given = { home: string; attached: Input<'posts.save'>['media'] }

/** One that is published, one that waits for the person's own hand, one that failed. */
const publishSome = async (ask: Ask, accounts: Accounts, { home, attached }: Given): Promise<void> => {
  // A file where the folder was: nothing can be put into it.
  await rm(join(home, 'old'), { recursive: true, force: true })
  await writeFile(join(home, 'old'), '')
  const now = (text: string, accountId: string, media: Given['attached'] = []) =>
    ask('posts.save', { text, media, tags: ['harbour'], targets: [plainly({ accountId })], when: { kind: 'now' } })
  const sent = [
    await now('Published a moment ago, with a link to https://example.org/harbour', accounts.folder, attached),
    await now('The lighthouse keeper answers your questions.', accounts.x),
    await now('This one found no shelf to lie on.', accounts.broken),
  ]
  const ways = new Set(['scheduled', 'publishing', 'due'])
  await until('What was to be published at once is still on its way.', async () => {
    const posts = await Promise.all(sent.map(({ id }) => ask('posts.get', { postId: id })))
    return posts.every(({ items }) => items.every(({ state }) => !ways.has(state)))
  })
}

const until = async (complaint: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let patience = 400; patience > 0; patience -= 1) {
    if (await isSo()) return
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
  throw new Error(complaint)
}
