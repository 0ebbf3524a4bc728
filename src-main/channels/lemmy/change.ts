import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { imageLinesIn } from '../kit/markdown.ts'
import { changeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { mannersOf } from './failures.ts'
import { findPost, onePost, remoteOf, toldOf, wordsFor } from './posts.ts'
import { besideOf } from './publish.ts'
import { errorOf, openServer } from './server.ts'
import type { LemmySettings } from './settings.ts'

type Changing = Work<LemmySettings>

/** Gives a post another title and text, and what else is told; its images stay. */
export const edit = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const server = openServer(work)
    const standing = await findPost(server, remote.id)
    if (!standing) {
      return refuse('not-found', 'The post is no longer there.', 'Duplicate the post to publish it again.')
    }
    const { name, body } = wordsFor(work.draft)
    const { url } = toldOf(work.draft)
    const whole = [body, ...imageLinesIn(standing.body ?? '')].filter((part) => part !== '').join('\n\n')
    const json = {
      post_id: standing.id,
      name,
      body: whole,
      ...(url !== undefined && { url }),
      ...(await besideOf(work, server)),
    }
    const { post_view: view } = await server.ask(onePost, 'PUT', '/api/v3/post', { json, writes: true })
    return { kind: 'done', remote: remoteOf(view.post) }
  } catch (error) {
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Takes a post down. It can be brought back there; what is gone already is taken down. */
export const unpublish = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const json = { post_id: Number(remote.id), deleted: true }
    await openServer(work).ask(onePost, 'POST', '/api/v3/post/delete', { json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    const name = error instanceof RequestFailed ? errorOf(error.answer) : null
    if (name !== null && GONE.has(name)) return { kind: 'done', remote }
    return changeOf(error, await mannersOf(work, tools), tools)
  }
}

const GONE = new Set(['couldnt_find_post', 'couldnt_find_object', 'not_found', 'deleted'])
