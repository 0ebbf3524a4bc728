import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import type { SettingsKeeper } from './settings.ts'
import { excerpt } from './views.ts'
import type { World } from './world.ts'

/** What is said outside the window when an item comes to a rest; many missed at once are one notice. */
export type Notices = { about(item: ItemRecord, post: PostRecord, account: AccountRecord): Promise<void> }

const GATHER = 500

export const createNotices = ({ notifier, clock, channels }: World, settings: SettingsKeeper): Notices => {
  let missed: { item: ItemRecord; text: string }[] = []

  const tellMissed = () => {
    const [first, ...others] = missed
    missed = []
    if (!first) return
    notifier.notify({
      kind: 'missed',
      title: others.length === 0 ? 'A post was missed' : `${others.length + 1} posts were missed`,
      body: others.length === 0 ? first.text : 'Posthorn was closed or asleep. Decide what to do with them.',
      itemId: first.item.id,
    })
  }

  return {
    about: async (item, post, account) => {
      const { notify } = await settings.get()
      const where = `${account.name} (${channels.get(item.channel)?.descriptor.name ?? item.channel})`
      const text = excerpt(item.override.text ?? post.text)
      if (item.state === 'published' && notify.published) {
        notifier.notify({ kind: 'published', title: `Published on ${where}`, body: text, itemId: item.id })
      } else if (item.state === 'failed' && notify.failed) {
        const body = `${text}\n${item.failure?.message ?? ''}`.trim()
        notifier.notify({ kind: 'failed', title: `Not published on ${where}`, body, itemId: item.id })
      } else if (item.failure?.code === 'by-hand') {
        notifier.notify({ kind: 'by-hand', title: `Time to post on ${account.name}`, body: text, itemId: item.id })
      } else if (item.state === 'unconfirmed' && item.nextAt === null && notify.failed) {
        notifier.notify({ kind: 'failed', title: `Was it published on ${where}?`, body: text, itemId: item.id })
      } else if (item.state === 'missed' && notify.missed) {
        if (missed.length === 0) clock.after(GATHER, tellMissed)
        missed.push({ item, text })
      }
    },
  }
}
