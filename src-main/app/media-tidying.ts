import type { MediaRecord, Millis } from '../core/records.ts'
import type { World } from './world.ts'

const DAY: Millis = 86_400_000
/** Nothing is in a hurry right after the start. */
const FIRST: Millis = 10 * 60_000
/** As long as deleted posts can come back, what was cut out of a picture does. */
const KEEP: Millis = 30 * DAY

/**
 * A picture that is cut anew becomes another file. The one it replaces is taken away once it is old and no post refers to
 * it any more; what came in first is kept. While any row cannot be read nobody knows what it refers to: all is kept then.
 */
export const createMediaTidying = ({ store, files, clock, log }: World): { start(): void; stop(): void } => {
  let callOff = () => {}

  const tidy = async (): Promise<void> => {
    if ((await store.unreadable()) > 0) return
    const idle = new Map((await store.media.madeOfOthers(clock.now() - KEEP)).map((media) => [media.id, media]))
    let from: number | null = 0
    while (idle.size > 0 && from !== null) {
      const stretch: { used: string[]; next: number | null } = await store.media.usedBy([...idle.keys()], from)
      for (const id of stretch.used) idle.delete(id)
      from = stretch.next
    }
    for (const media of idle.values()) await forget(media)
    if (idle.size > 0) log.info('replaced pictures were taken away', { pictures: idle.size })
  }

  const forget = async ({ id, hash }: MediaRecord): Promise<void> => {
    const kept = await store.transaction(async (within) => {
      const media = await within.media.get(id)
      // The same cut may have been asked for meanwhile.
      if (media === undefined || media.createdAt >= clock.now() - KEEP) return true
      return (await within.media.remove(id)).shared
    })
    if (!kept) await files.remove(hash)
  }

  const look = (): void => {
    callOff = clock.after(DAY, look)
    tidy().catch((error: unknown) => log.warn('replaced pictures could not be taken away', { error: String(error) }))
  }

  return {
    start: () => {
      callOff = clock.after(FIRST, look)
    },
    stop: () => callOff(),
  }
}
