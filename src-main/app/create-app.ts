import type { Status } from '../../src-preload/contract/model/status.ts'
import { createGate, type Handlers } from '../core/gate.ts'
import type { Store } from '../core/ports.ts'
import { createAccountDesk } from './account-desk.ts'
import { createAccountHandlers } from './accounts.ts'
import { createAnnouncer } from './announcer.ts'
import type { App } from './app.ts'
import { createItemHandlers, rows } from './items.ts'
import { createMediaHandlers } from './media.ts'
import { createNotices } from './notices.ts'
import type { Parts } from './parts.ts'
import { createPostHandlers } from './posts.ts'
import { createQueue } from './queue.ts'
import { createSecretKeeper } from './secrets.ts'
import { createSettingsKeeper } from './settings.ts'
import { excerpt, isoInstant } from './views.ts'
import type { World } from './world.ts'

/** A deleted post can be restored for this long, in milliseconds. */
const KEEP_DELETED = 30 * 86_400_000

/** Joins the use cases over a world. */
export const createApp = (world: World): App => {
  const { store, clock } = world
  const announcer = createAnnouncer(world)
  const settings = createSettingsKeeper(world)
  const secrets = createSecretKeeper(world, settings)
  const accounts = createAccountDesk(world, announcer, secrets)
  const notices = createNotices(world, settings)

  const status = async (): Promise<Status> => {
    const lastLookAt = queue.lastLookAt()
    return {
      version: world.about.version,
      home: world.about.home,
      owner: world.about.owner,
      keychain: await secrets.kind(),
      lastLookAt: lastLookAt === null ? null : isoInstant(lastLookAt),
      paused: (await settings.get()).paused,
      next: await nextUp(store),
      unreadable: await store.unreadable(),
      counts: await store.items.counts(),
    }
  }

  const queue = createQueue({ world, announcer, settings, accounts, notices, status })
  const parts: Parts = { world, announcer, settings, secrets, accounts, queue }

  const handlers = {
    ...createPostHandlers(parts),
    ...createItemHandlers(parts),
    ...createAccountHandlers(parts),
    ...createMediaHandlers(world),
    'channels.list': () =>
      Promise.resolve({ entries: [...world.channels.values()].map((channel) => channel.descriptor) }),
    'settings.get': () => settings.get(),
    'settings.update': async (change) => {
      const changed = await settings.update(change)
      announcer.emit({ kind: 'settings-changed', settings: changed })
      await queue.changed()
      return changed
    },
    // Posthorn itself meters nothing yet: every feature is on and unmetered.
    'quota.get': () =>
      Promise.resolve({
        features: (['PUBLISH_POST', 'SCHEDULE_POST', 'AI_TOOLS'] as const).map((feature) => ({
          feature,
          enabled: feature !== 'AI_TOOLS',
          quota: null,
        })),
      }),
    'status.get': status,
  } satisfies Handlers

  return {
    gate: createGate(handlers, world.log),
    subscribe: announcer.subscribe,
    emit: announcer.emit,
    start: async () => {
      await store.posts.purge(clock.now() - KEEP_DELETED)
      await queue.start()
    },
    stop: queue.stop,
    nudge: queue.nudge,
    publish: queue.publish,
    dueWithin: async (span) => {
      const { entries } = await store.items.list({
        states: ['scheduled', 'waiting', 'publishing'],
        order: 'soonest',
        limit: 50,
      })
      return rows(
        store,
        entries.filter((item) => item.nextAt !== null && item.nextAt <= clock.now() + span),
      )
    },
  }
}

const nextUp = async (store: Store): Promise<Status['next']> => {
  const item = await store.items.next()
  if (!item || item.nextAt === null) return null
  const [row] = await rows(store, [item])
  return row ? { itemId: row.id, at: isoInstant(item.nextAt), text: excerpt(row.text), account: row.account } : null
}
