import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'
import type { UploadNotes, Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { isGone } from './graph-error.ts'
import { poll } from './poll.ts'

/*
 * Instagram and Threads publish in two steps: a container is made and worked on, then it is published, once. What is
 * known of a container is written down before the second step, so that a lost answer is settled by asking for its state.
 */

/** How far a container is. `expired`: not published within 24 hours. */
export type ContainerState = { kind: 'ready' | 'working' | 'published' | 'expired' } | { kind: 'failed'; why: string }

/** What is done with containers of one kind. */
export type ContainerDesk = {
  make(): Promise<string>
  state(id: string): Promise<ContainerState>
  /** Uploads what is missing of its file, where it does not fetch one. */
  fill?(id: string): Promise<void>
}
export type PublishDesk = ContainerDesk & {
  /** The id of the post. */
  publish(container: string): Promise<string>
  /** Looks for the post among those of the account since then, by this computer's clock: its id. */
  find(since: Millis): Promise<string | null>
}

const kept = z.object({ id: z.string().min(1), at: z.number() })
type Kept = z.infer<typeof kept>
type Making = Pick<Work<unknown>, 'notes' | 'signal'> & { network: string; now(): Millis }

/** By how much the clock of the network may go behind. */
const SLACK: Millis = 120_000

/** The container under this name when it is worked on: one made before goes on, and is not made again. */
export const ensureContainer = async (name: string, desk: ContainerDesk, making: Making) => {
  const known = await readKept(making.notes, name)
  const state = known && (await goneOn(known.id, desk, making))
  if (known && (state?.kind === 'ready' || state?.kind === 'published')) return { ...known, state: state.kind }
  const made = { id: await desk.make(), at: making.now() }
  await making.notes.write(name, JSON.stringify(made satisfies Kept))
  await desk.fill?.(made.id)
  const fresh = await settled(made.id, desk, making)
  if (fresh.kind === 'ready' || fresh.kind === 'published') return { ...made, state: fresh.kind }
  await making.notes.write(name, '')
  return refuse(
    'media-unsupported',
    fresh.kind === 'failed' && fresh.why !== ''
      ? `${making.network} could not work on it: ${fresh.why}`
      : `${making.network} could not work on it.`,
    'Save the file in another kind or size and attach it again, then retry.',
    { field: 'media' },
  )
}

/** Publishes what stands under this name once, whatever was cut off before: the id of the post. */
export const publishContainer = async (name: string, desk: PublishDesk, making: Making): Promise<string> => {
  const done = await making.notes.read(postOf(name))
  if (done) return done
  const before = await readKept(making.notes, name)
  const stands = before && (await findPublished(before, desk))
  if (stands) return keepPost(stands, name, making.notes)
  const { id, at, state } = await ensureContainer(name, desk, making)
  if (state === 'published') return keepPost((await desk.find(at - SLACK)) ?? unlisted(), name, making.notes)
  making.signal.throwIfAborted()
  return keepPost(await desk.publish(id), name, making.notes)
}

/** The id of the post that came of it; null: nothing was published, for sure. */
export const findPost = async (name: string, desk: PublishDesk, notes: UploadNotes): Promise<string | null> => {
  const done = await notes.read(postOf(name))
  if (done) return done
  const known = await readKept(notes, name)
  return known && findPublished(known, desk)
}

const findPublished = async ({ id, at }: Kept, desk: PublishDesk): Promise<string | null> => {
  const { kind } = await stateOf(id, desk)
  if (kind === 'published') return (await desk.find(at - SLACK)) ?? unlisted()
  // What became of a container that is no longer kept is told by the list alone.
  return kind === 'expired' ? desk.find(at - SLACK) : null
}

const postOf = (name: string) => `${name} post`

const keepPost = async (id: string, name: string, notes: UploadNotes): Promise<string> => {
  await notes.write(postOf(name), id)
  return id
}

const unlisted = (): never => {
  throw new RequestFailed(null, true, new Error('It was published, but is not among the posts yet.'))
}

/** How one that was made before ended, once what was cut off of its upload has been sent. */
const goneOn = async (id: string, desk: ContainerDesk, making: Making): Promise<ContainerState> => {
  const state = await stateOf(id, desk)
  if (state.kind !== 'working') return state
  await desk.fill?.(id)
  return settled(id, desk, making)
}

/** How it ended, once it is no longer worked on. */
const settled = (id: string, desk: ContainerDesk, { signal }: Making): Promise<ContainerState> =>
  poll(async () => {
    const state = await stateOf(id, desk)
    return state.kind === 'working' ? null : state
  }, signal)

const stateOf = async (id: string, desk: ContainerDesk): Promise<ContainerState> => {
  try {
    return await desk.state(id)
  } catch (error) {
    if (isGone(error)) return { kind: 'expired' }
    throw error
  }
}

const readKept = async (notes: UploadNotes, name: string): Promise<Kept | null> => {
  const written = await notes.read(name)
  return written ? kept.parse(JSON.parse(written)) : null
}
