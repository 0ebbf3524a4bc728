import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Followed, Work } from '../channel.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { changeOf, outcomeOf } from '../kit/request-failures.ts'
import { WORDPRESS } from '../rules/wordpress.ts'
import { blocksOf, fileBlocksIn } from './blocks.ts'
import { mannersOf } from './failures.ts'
import { findPost, remoteOf, writePost } from './posts.ts'
import { besideOf, termsOf } from './publish.ts'
import type { WordPressSettings } from './settings.ts'
import { openSite, refusedWith, type Site } from './site.ts'

type Changing = Work<WordPressSettings>

/** Gives a post another title and text, and what else is told; its files stay. */
export const edit = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = await openSite(work)
    const standing = await findPost(site, remote.id)
    if (!standing) return gone()
    const { title, paragraphs } = articleOf(WORDPRESS, work.draft)
    const content = [blocksOf(paragraphs, []), ...fileBlocksIn(standing.content.raw)].filter((part) => part !== '')
    const json = { title, content: content.join('\n\n'), ...(await termsOf(work, site)), ...besideOf(work) }
    return { kind: 'done', remote: remoteOf(await writePost(site, `wp/v2/posts/${standing.id}`, json)) }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

const gone = (): never =>
  refuse('not-found', 'The post is no longer on the site.', 'Duplicate the post to publish it again.')

/** Throws a post away: into the bin, from where it can be taken back there. */
export const unpublish = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    await throwAway(await openSite(work), remote.id)
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

/** What is gone already is thrown away. A site without a bin deletes. */
const throwAway = async (site: Site, id: string): Promise<void> => {
  const path = `wp/v2/posts/${encodeURIComponent(id)}`
  try {
    await site.ask(z.looseObject({}), 'DELETE', path, { writes: true, query: { _fields: 'id' } })
  } catch (error) {
    if (refusedWith(error, 'rest_already_trashed', 'rest_post_invalid_id')) return
    if (!refusedWith(error, 'rest_trash_not_supported')) throw error
    await site.ask(z.looseObject({}), 'DELETE', path, { writes: true, query: { _fields: 'deleted', force: 'true' } })
  }
}

/** What became of a post that the site is to publish: sites do that when somebody visits them. */
export const follow = async (work: Changing, held: Remote, tools: ChannelTools): Promise<Followed> => {
  try {
    const found = await findPost(await openSite(work), held.id)
    if (found?.status === 'future') return { kind: 'held' }
    const stands = found?.status === 'publish' || found?.status === 'private'
    return found && stands ? { kind: 'published', remote: remoteOf(found) } : { kind: 'gone' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, mannersOf(work), tools).failure }
  }
}

/** Takes a post from the site's schedule, unless it was published meanwhile. */
export const takeBack = async (work: Changing, held: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = await openSite(work)
    const found = await findPost(site, held.id)
    if (found?.status === 'publish' || found?.status === 'private') {
      refuse('illegal-transition', 'The site has published it already.', 'Take it down, if it is not to stand there.')
    }
    if (found) await throwAway(site, held.id)
    return { kind: 'done', remote: held }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}
