import type { Attachment, Media } from '../../../src-preload/contract/model/media.ts'
import { Refusal, refuse } from '../../core/refusal.ts'
import { createMediaHandlers, createMediaIntake } from '../media.ts'
import type { World } from '../world.ts'
import { isOrigin, type Origin } from './plan-media.ts'
import type { PlannedRow } from './plan-row.ts'
import type { Source } from './sources.ts'
import { because, toldOf } from '../../core/told.ts'

/** So many addresses are asked at once. */
const AT_ONCE = 4

type Told = { onFile(done: number, total: number): void; stopping: AbortSignal }

/** Brings every file in that the rows speak of; each once. The answer: what takes the place of where it came from. */
export const gatherMedia = async (
  world: World,
  source: Source,
  rows: readonly PlannedRow[],
  { onFile, stopping }: Told,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = new Map<Origin, number>()
  for (const { row, content, items } of rows) {
    for (const { mediaId } of [...content.media, ...items.flatMap(({ override }) => override.media ?? [])]) {
      if (isOrigin(mediaId) && !wanted.has(mediaId)) wanted.set(mediaId, row)
    }
  }
  const found = new Map<string, string>()
  const left = [...wanted]
  const bring = createBringing(world, source)
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next && !stopping.aborted; next = left.shift()) {
      const [origin, row] = next
      found.set(origin, (await atRow(row, () => bring(origin))).id)
      onFile(found.size, wanted.size)
    }
  }
  onFile(0, wanted.size)
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return found
}

const createBringing = (world: World, { known, attachments }: Source) => {
  const takeIn = createMediaIntake(world)
  const { 'media.fetch': fetch } = createMediaHandlers(world)
  const fromFile = (path: string, name: string): Promise<Media> => {
    const bytes =
      attachments.get(path) ??
      refuse('media-missing', `${path} is not in what was chosen.`, 'Choose it too.', {
        told: because('file-not-chosen', { file: path }),
      })
    return takeIn({
      name,
      size: bytes.byteLength,
      bytes: (async function* () {
        yield bytes
      })(),
    })
  }
  return (origin: Origin): Promise<Media> => {
    const [, kind, rest = ''] = /^(url|file|ref):([\s\S]*)$/.exec(origin) ?? []
    if (kind === 'url') return fetch({ url: rest })
    if (kind === 'file') return fromFile(rest, rest.split('/').at(-1) ?? rest)
    const told = known?.media.find(({ id }) => id === rest)
    return fromFile(told?.path ?? '', told?.name ?? rest)
  }
}

/** A refusal says which row it is about. */
export const atRow = async <T>(row: number, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { failure } = error
    const told = { ...toldOf(failure), row: row + 1 }
    throw new Refusal({ ...failure, message: `Row ${row + 1}: ${failure.message}`, told })
  }
}

/** With what was brought in for where it came from. */
export const withFound = (media: readonly Attachment[], found: ReadonlyMap<string, string>): Attachment[] =>
  media.map((one) => ({ ...one, mediaId: found.get(one.mediaId) ?? one.mediaId }))
