import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Feature } from '../../src-preload/contract/model/quota.ts'
import type { Handlers } from '../core/gate.ts'
import { refuse } from '../core/refusal.ts'
import { createMediaHandlers } from './media.ts'
import type { Parts } from './parts.ts'
import { findDesk } from './writing/desk.ts'
import { createPostWriter } from './writing/post-writer.ts'
import { anywhere, roomOnChannel } from './writing/room.ts'
import { createServerKey } from './writing/server-key.ts'
import { because } from '../core/told.ts'

/** What is written with counts as one use, once it is written. */
const WRITING: Feature = 'AI_TOOLS'

/** As much as networks read for a card. */
const PICTURE = { maxBytes: 5_000_000, accept: 'image/*', timeoutMs: 15_000 }

/** Reading what posts can be made from, and suggestions: drafts until the person acts. */
export const createWritingHandlers = (parts: Parts) => {
  const { world, settings, meters } = parts
  const key = createServerKey(parts)
  const postWriter = createPostWriter(parts, createMediaHandlers(world)['media.fetch'])

  const desk = async () => findDesk(world.writers, (await settings.get()).writing, key)

  const writeText = async (input: Parsed<'writing.text'>) => {
    const { prompt, tone, language = null, channel, link = null, hashtags, count } = input
    if (!/[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(prompt)) sayWhat()
    const room = channel === undefined ? anywhere : await roomOnChannel(world, channel)
    const { write } = await desk()
    const suggestions = await write({
      about: { kind: 'prompt', text: prompt },
      tone,
      language,
      link,
      hashtags,
      count,
      room: room.limit,
      fits: room.fits,
    })
    if (suggestions.length < count) tooNarrow(room.name)
    return { suggestions }
  }

  const showPicture = async (url: string) => {
    const { bytes } = await world.web.get(url, PICTURE)
    const small = await world.shrinkPicture(bytes)
    return { picture: small && { mime: small.mime, data: Buffer.from(small.bytes).toString('base64') } }
  }

  /** Refuses when the meter is exhausted: then nothing is handed out. */
  const metered = async <T>(written: Promise<T>): Promise<T> => {
    const value = await written
    await meters.take(WRITING)
    return value
  }

  return {
    'writing.assets': async (source) => ({ entries: await world.writers.readAssets(source) }),
    'writing.picture': ({ url }) => showPicture(url),
    'writing.text': (input) => metered(writeText(input)),
    'writing.post': (input) => metered(desk().then(({ write }) => postWriter(input, write))),
    'writing.key': async (input) => {
      await key.keep(input.key, (await settings.get()).writing.url)
      return { done: true }
    },
  } satisfies Partial<Handlers>
}

const sayWhat = (): never =>
  refuse('invalid-input', 'There is nothing to read in the prompt.', 'Say what the post is about.', {
    field: 'prompt',
    told: because('prompt-empty'),
  })

const tooNarrow = (channel: string): never =>
  refuse(
    'text-too-long',
    `There is no room on ${channel} for enough different captions with this link.`,
    'Leave the link out, use a shorter one, or ask for fewer captions.',
    { field: 'link', told: because('captions-no-room', { channel }) },
  )
