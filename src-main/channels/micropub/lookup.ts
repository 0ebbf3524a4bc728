import { failed } from '../../core/refusal.ts'
import type { Access, Draft, Lookup, ReadBack, Work } from '../channel.ts'
import { type NameMarker, readNameMarker, wordsOf } from '../kit/article/name-marker.ts'
import { withTitle } from '../kit/article/read-article.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { readFrontPage } from './discover.ts'
import { type Entry, listEntries } from './entries.ts'
import { toldOf } from './entry.ts'
import { mannersFor } from './failures.ts'
import type { MicropubSettings } from './settings.ts'
import { openSite, type Tools } from './site.ts'

/** By how much the clock of a site may be behind, where a post is known by its words alone. */
const SLACK = 600_000
/** A name that no other has is looked for further back: clocks may be wrong by a day. */
const FAR_BACK = 2 * 86_400_000

/**
 * Whether the entry is there: in the list of the site, or where it has none, among what its front page links to. What is
 * not found there may stand all the same, and is for the person to say.
 */
export const lookup = async (work: Work<MicropubSettings>, tools: Tools): Promise<Lookup> => {
  const marker = readNameMarker(work.marker)
  try {
    const listed = await listEntries(await openSite(work, tools), Math.min(marker.from, work.at) - FAR_BACK)
    const url = listed
      ? listed.entries.find((entry) => isOurs(entry, marker, work))?.url
      : await linkedFrom(work, marker)
    if (url !== undefined) return { kind: 'found', remote: { id: url, url, parts: [] } }
    return listed?.whole ? { kind: 'absent' } : { kind: 'unknown', failure: notTold(work.settings) }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersFor(work), tools).failure }
  }
}

const isOurs = (entry: Entry, marker: NameMarker, { draft, at }: Work<MicropubSettings>): boolean => {
  const isNamed = entry.slug === marker.name || lastOf(entry.url) === marker.name
  // A name that nobody else has; or one that the site changed by a number of its own.
  if (!marker.chosen && (isNamed || lastOf(entry.url).includes(marker.key))) return true
  const isYoung = entry.at === null ? isNamed : entry.at >= Math.min(marker.from, at) - SLACK
  return isYoung && saysTheSame(entry, draft)
}

/** Sites that choose all names by themselves leave only the words. */
const saysTheSame = (entry: Entry, draft: Draft): boolean => {
  const { title = '' } = toldOf(draft)
  return (
    wordsOf(entry.text) === wordsOf(draft.text.toWellFormed()) &&
    (title === '' || wordsOf(entry.name) === wordsOf(title)) &&
    entry.files === draft.media.length
  )
}

const lastOf = (url: string): string =>
  URL.canParse(url)
    ? (new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '').replace(/\.\w+$/, '')
    : ''

/** A name that the person chose may have been there before: only one of our own making tells. */
const linkedFrom = async (
  { settings: { site, signIn }, signal }: Work<MicropubSettings>,
  { chosen, key }: NameMarker,
): Promise<string | undefined> => {
  if (chosen) return undefined
  const { links } = await readFrontPage(signIn?.me ?? site, signal)
  return links.find((url) => lastOf(url).endsWith(key))
}

const notTold = ({ site }: MicropubSettings) =>
  failed(
    'answer-lost',
    `${new URL(site).host} does not tell whether the post is there.`,
    'Look at the site: if it stands, say that you found it; if not, post it again.',
  )

/** What the site lists since then; one that does not list tells nothing of its posts. */
export const readBack = async (access: Access<MicropubSettings>, since: number, tools: Tools): Promise<ReadBack> => {
  try {
    const now = tools.clock.now()
    const { entries, whole } = (await listEntries(await openSite(access, tools), since)) ?? {
      entries: [],
      whole: false,
    }
    const dated = entries.flatMap((entry) => (entry.at === null ? [] : [{ ...entry, at: entry.at }]))
    const posts = dated.filter(({ at }) => at >= since).toSorted((a, b) => b.at - a.at)
    return {
      kind: 'read',
      posts: posts.map(({ url, at, name, text, pictures }) => ({
        remote: { id: url, url, parts: [] },
        text: withTitle(name, text),
        at,
        pictures,
      })),
      from: whole ? since : (posts.at(-1)?.at ?? now),
    }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersFor(access), tools).failure }
  }
}
