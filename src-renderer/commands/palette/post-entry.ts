import { CircleAlert, CircleCheck, CircleSlash, Clock, FileText, type LucideIcon, Send } from 'lucide-react'
import type { Post, PostStatus } from '../../../src-preload/contract/model/post.ts'
import { UPCOMING } from '../../queue/queue-filter.ts'
import type { Desk } from '../../shell/desk.ts'
import { formatMoment } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'
import type { Entry } from './entry.ts'

const ICONS: Readonly<Record<PostStatus, LucideIcon>> = {
  draft: FileText,
  scheduled: Clock,
  publishing: Send,
  published: CircleCheck,
  partial: CircleAlert,
  failed: CircleAlert,
  cancelled: CircleSlash,
}

/** So many letters before the words that were looked for are shown with them. */
const BEFORE = 24
const LONGEST = 160

/** The part of a text that has the words in it, in one line. */
export const cutOut = (text: string, words: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const first = words.trim().split(/\s+/)[0] ?? ''
  const at = line.toLocaleLowerCase().indexOf(first.toLocaleLowerCase())
  const space = at > 2 * BEFORE ? line.indexOf(' ', at - BEFORE) : -1
  const start = space === -1 || space >= at ? 0 : space + 1
  return `${start === 0 ? '' : '… '}${line.slice(start, start + LONGEST)}`
}

/** A draft is opened to go on with it, anything else where its state is told. */
export const postEntry = ({ route, settings }: Desk, post: Post, words: string): Entry => {
  const first = post.items.find(({ state }) => state !== 'draft' && state !== 'cancelled') ?? post.items[0]
  const at = first?.schedule?.at
  const { zone } = settings.state.getState()
  const state = say(`commands.post-${post.status}`)
  return {
    id: post.id,
    group: 'posts',
    icon: ICONS[post.status],
    label: cutOut(post.text, words) || say('commands.no-text'),
    note:
      at == null || post.status === 'draft' ? state : `${state} · ${formatMoment(Date.parse(at), zone, Date.now())}`,
    keys: '',
    names: [],
    run: () =>
      route.go(
        post.status === 'draft' || first === undefined
          ? { room: 'compose', postId: post.id }
          : { room: 'queue', itemId: first.id, filter: { ...UPCOMING, tab: 'all' } },
      ),
  }
}
