import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Followed, HandOver, Lookup, Outcome, Work } from '../channel.ts'
import { failingOf, unknownOf } from '../meta/failures.ts'
import { isGone } from '../meta/graph-error.ts'
import { sameWords } from '../meta/marker.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { unpublish } from './change.ts'
import { lookup } from './lookup.ts'
import { manners, openPage } from './page.ts'
import { remoteOf } from './posts.ts'
import { kindOf, send } from './publish.ts'
import type { Desk } from './settings.ts'
import { knownVideo } from './videos.ts'

type Sending = Work<FacebookAppSettings>

/** Facebook takes times from 10 minutes on, and a little is lost on the way there. */
const LEAST = 11 * 60_000
const MOST = 30 * 86_400_000

/** The schedule of a page: Facebook publishes with this computer shut. */
export const handOverBy = (desk: Desk): HandOver<FacebookAppSettings> => ({
  least: LEAST,
  give: (work) => give(work, desk),
  find: (work) => find(work, desk),
  follow: (work, held) => follow(work, held, desk),
  takeBack: (work, held) => unpublish(work, held, desk),
})

const give = async (work: Sending, desk: Desk): Promise<Outcome> => {
  try {
    assertTaken(work, desk.tools.clock.now())
    return { kind: 'published', remote: await send(work, await openPage(work, desk), work.at) }
  } catch (error) {
    return failingOf(error, manners(work, desk), desk.tools)
  }
}

const assertTaken = ({ at, draft }: Sending, now: number): void => {
  const keep = 'Leave it with Posthorn, which publishes it at its time.'
  const kind = kindOf(draft)
  if (kind === 'photo-story' || kind === 'video-story')
    refuse('channel-unsupported', 'The schedule of a Facebook page takes no stories.', keep)
  if (at - now > MOST) refuse('channel-unsupported', 'The schedule of a Facebook page reaches 30 days ahead.', keep)
}

const waiting = z.object({
  data: z.array(
    z.object({ id: z.string(), message: z.string().default(''), scheduled_publish_time: z.coerce.number() }),
  ),
})
const heldVideo = z.object({ scheduled_publish_time: z.unknown() })

/** What was given and never answered for: on the schedule by its minute and its words, or published since. */
const find = async (work: Sending, desk: Desk): Promise<Lookup> => {
  try {
    const page = await openPage(work, desk)
    if (kindOf(work.draft) === 'feed') {
      const fields = 'id,message,scheduled_publish_time'
      const { data } = await page.graph.ask('GET', `${page.id}/scheduled_posts`, waiting, { fields, limit: 100 })
      const at = Math.floor(work.at / 1000)
      const one = data.find((post) => post.scheduled_publish_time === at && sameWords(post.message, work.draft.text))
      if (one) return { kind: 'found', remote: remoteOf(one.id) }
    } else {
      const video = await knownVideo(work.notes)
      if (video === null) return { kind: 'absent' }
      const known = await page.graph.ask('GET', video, heldVideo, { fields: 'scheduled_publish_time' })
      if (known.scheduled_publish_time !== undefined) return { kind: 'found', remote: remoteOf(video) }
    }
    return await lookup(work, desk)
  } catch (error) {
    return unknownOf(error, manners(work, desk), desk.tools)
  }
}

const held = {
  feed: z.object({ is_published: z.boolean(), permalink_url: z.string().optional() }),
  video: z.object({ published: z.boolean(), permalink_url: z.string().optional() }),
}

const follow = async (work: Sending, remote: Remote, desk: Desk): Promise<Followed> => {
  try {
    const { graph } = await openPage(work, desk)
    if (kindOf(work.draft) === 'feed') {
      const fields = 'is_published,permalink_url'
      const { is_published: out, permalink_url: link } = await graph.ask('GET', remote.id, held.feed, { fields })
      return out ? { kind: 'published', remote: remoteOf(remote.id, link) } : { kind: 'held' }
    }
    const fields = 'published,permalink_url'
    const { published, permalink_url: link } = await graph.ask('GET', remote.id, held.video, { fields })
    return published ? { kind: 'published', remote: remoteOf(remote.id, link) } : { kind: 'held' }
  } catch (error) {
    return isGone(error) ? { kind: 'gone' } : unknownOf(error, manners(work, desk), desk.tools)
  }
}
