import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Followed, Work } from '../channel.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { changeOf, outcomeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { GHOST } from '../rules/ghost.ts'
import { cardsIn, htmlOf } from './cards.ts'
import { mannersOf, saysNone } from './failures.ts'
import { changePost, findPost, isPublic, remoteOf } from './posts.ts'
import { besideOf } from './publish.ts'
import type { GhostSettings } from './settings.ts'
import { openSite } from './site.ts'

type Changing = Work<GhostSettings>

/** Gives a post another title and text, and what else is told; its files stay. */
export const edit = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = await openSite(work, tools)
    const standing = await findPost(site, remote.id)
    if (!standing) return gone()
    const { title, paragraphs } = articleOf(GHOST, work.draft)
    const html = [htmlOf(paragraphs, []), ...cardsIn(standing.html ?? '')].join('\n')
    const changed = await changePost(site, standing, { title, slug: standing.slug, html, ...besideOf(work) })
    return { kind: 'done', remote: remoteOf(changed) }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

const gone = (): never =>
  refuse('not-found', 'The post is no longer on the site.', 'Duplicate the post to publish it again.')

/** Makes a draft of a post again, as Ghost itself unpublishes. What is gone already is no trouble. */
export const unpublish = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = await openSite(work, tools)
    const standing = await findPost(site, remote.id)
    if (standing && standing.status !== 'draft') await changePost(site, standing, { status: 'draft' })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

/** What became of a post that the site is to publish. */
export const follow = async (work: Changing, held: Remote, tools: ChannelTools): Promise<Followed> => {
  try {
    const found = await findPost(await openSite(work, tools), held.id)
    if (found?.status === 'scheduled') return { kind: 'held' }
    return found && isPublic(found) ? { kind: 'published', remote: remoteOf(found) } : { kind: 'gone' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, mannersOf(work), tools).failure }
  }
}

/** Deletes a post that only waits there; one that was published meanwhile stays. */
export const takeBack = async (work: Changing, held: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = await openSite(work, tools)
    const found = await findPost(site, held.id)
    if (found && isPublic(found)) {
      refuse('illegal-transition', 'The site has published it already.', 'Take it down, if it is not to stand there.')
    }
    if (found) await site.ask(z.undefined(), 'DELETE', `posts/${encodeURIComponent(found.id)}/`, { writes: true })
    return { kind: 'done', remote: held }
  } catch (error) {
    if (error instanceof RequestFailed && saysNone(error.answer)) return { kind: 'done', remote: held }
    return changeOf(error, mannersOf(work), tools)
  }
}
