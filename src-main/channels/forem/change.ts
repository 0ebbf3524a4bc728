import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { imageLinesIn } from '../kit/markdown.ts'
import { changeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { article, besideOf, isLast, listOwn, remoteOf, toldOf, wordsFor } from './articles.ts'
import { mannersOf } from './failures.ts'
import type { ForemSettings } from './settings.ts'
import { openSite, type Site } from './site.ts'

type Changing = Work<ForemSettings>

/** Gives an article another title and text, and what else is told; its images stay. */
export const edit = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const site = openSite(work)
    const { title, body } = wordsFor(work.draft)
    const { main_image: cover } = toldOf(work.draft)
    const images = imageLinesIn(await bodyOf(site, remote.id)).filter((line) => !body.includes(line))
    const json = {
      article: {
        title,
        body_markdown: [body, ...images].join('\n\n'),
        ...(cover !== undefined && { main_image: cover }),
        ...besideOf(work.draft),
      },
    }
    const changed = await site.ask(article, 'PUT', `articles/${encodeURIComponent(remote.id)}`, { json, writes: true })
    return { kind: 'done', remote: remoteOf(changed) }
  } catch (error) {
    return changeOf(error, mannersOf(work), tools)
  }
}

/** As it stands now; drafts are only in the list of the person's own. */
const bodyOf = async (site: Site, id: string): Promise<string> => {
  for (let page = 1; page <= 5; page += 1) {
    const articles = await listOwn(site, 'all', page)
    const found = articles.find((one) => String(one.id) === id)
    if (found) return found.body_markdown ?? ''
    if (isLast(articles)) break
  }
  return ''
}

/** Makes a draft of an article: programs may not delete one. What is gone already is taken down. */
export const unpublish = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const json = { article: { published: false } }
    const path = `articles/${encodeURIComponent(remote.id)}`
    await openSite(work).ask(z.object({ id: z.int() }), 'PUT', path, { json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 404) return { kind: 'done', remote }
    return changeOf(error, mannersOf(work), tools)
  }
}
