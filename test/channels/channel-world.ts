import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import type {
  Channel,
  ChannelTools,
  Draft,
  DraftMedia,
  SessionSlot,
  UploadNotes,
  Work,
} from '../../src-main/channels/channel.ts'
import { probeMedia } from '../../src-main/channels/kit/probe-media.ts'

const clock = { now: () => Date.now(), after: () => () => {} }
const log = { info: () => {}, warn: () => {}, error: () => {} }

export const tools: ChannelTools = { clock, log, random: Math.random, network: { isOnline: () => true } }

export const channelNamed = (key: string, changed: Partial<ChannelTools> = {}): Channel => {
  const channel = createChannels({ ...tools, ...changed }).get(key)
  if (!channel) throw new Error(`there is no channel ${key}`)
  return channel
}

/** A folder of this test's own, removed when it is over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type KeptSlot = SessionSlot & { value: string | null }
export const sessionSlot = (value: string | null = null): KeptSlot => ({
  value,
  load() {
    return Promise.resolve(this.value)
  },
  save(next) {
    this.value = next
    return Promise.resolve()
  },
  exclusively: (work) => work(),
})

export const draftOf = (about: Partial<Draft> | string): Draft => ({
  text: '',
  media: [],
  tags: [],
  emphasis: [],
  thread: false,
  numbered: false,
  strict: false,
  options: {},
  ...(typeof about === 'string' ? { text: about } : about),
})

/** A file as it is when it has been attached. */
export const mediaOf = async (bytes: Uint8Array, name = 'picture.png', alt = ''): Promise<DraftMedia> => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return {
    ...(await factsOf(path)),
    id: `med_${hash.slice(0, 20)}`,
    hash,
    name,
    size: bytes.length,
    createdAt: 0,
    edited: null,
    alt,
    path,
  }
}

const KINDS: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
}

/** A video of a test may be a few bytes that nobody can play: then its name says what it is. */
const factsOf = async (path: string) => {
  try {
    return await probeMedia(path)
  } catch (error) {
    const mime = KINDS[extname(path)]
    if (mime === undefined) throw error
    return { mime, width: null, height: null, seconds: null, frameRate: null }
  }
}

/** What is written down of uploads, in memory. */
export const uploadNotes = (kept = new Map<string, string>()): UploadNotes => ({
  read: (name) => Promise.resolve(kept.get(name) ?? null),
  write: (name, value) => {
    kept.set(name, value)
    return Promise.resolve()
  },
})

export type TestWork = Work<Record<string, unknown>> & { sentParts: Remote['parts'] }
let items = 0

/** One item to be sent, as the publisher hands it over. */
export const workOf = (channel: Channel, draft: Draft, about: Partial<TestWork> = {}): TestWork => {
  items += 1
  const sentParts: Remote['parts'] = []
  const settings = about.settings ?? {}
  return {
    settings,
    secret: null,
    session: sessionSlot(),
    destination: null,
    signal: AbortSignal.timeout(60_000),
    itemId: `itm_01J000000000000000${String(items).padStart(6, '0')}`,
    draft,
    at: Date.UTC(2026, 10, 22, 8, 30),
    zone: 'Europe/Berlin',
    marker: channel.plan(draft, settings),
    parts: [],
    standing: null,
    onPart: (part) => {
      sentParts.push(part)
      return Promise.resolve()
    },
    sentParts,
    notes: uploadNotes(),
    onProgress: () => {},
    relay: null,
    ...about,
  }
}
