import type { Status } from '../../src-preload/contract/model/status.ts'
import { createGate, type Handlers, replyOf } from '../core/gate.ts'
import type { Store } from '../core/ports.ts'
import { createAccountDesk } from './account-desk.ts'
import { createAccountHandlers } from './accounts.ts'
import { createAccountHealthHandlers } from './account-health.ts'
import { createAccountPictures } from './account-pictures.ts'
import { createActivityHandlers } from './activity.ts'
import { createAwakeWatch } from './awake-watch.ts'
import { createAnnouncer } from './announcer.ts'
import { createArchiveHandlers } from './archive.ts'
import { createBulkHandlers } from './bulk.ts'
import { createCalendarHandlers } from './calendar.ts'
import { createDeliveries } from './deliveries.ts'
import { createExchange } from './exchange/create-exchange.ts'
import { createExpiryWatch } from './expiry.ts'
import { createExternalHandlers, createExternalReader } from './external.ts'
import { createHealthHandlers } from './health.ts'
import { createHookHandlers } from './hooks.ts'
import { createKeyHandlers, createKeyRing } from './keys.ts'
import { createQuotaHandlers } from './quota.ts'
import { createSnapshotKeeper } from './snapshots.ts'
import { createSlotHandlers } from './slots.ts'
import { createTemplateHandlers } from './templates.ts'
import { createWritingHandlers } from './writing.ts'
import type { App } from './app.ts'
import { createItemHandlers, rows } from './items.ts'
import { createMediaHandlers, createMediaIntake } from './media.ts'
import { createMediaTidying } from './media-tidying.ts'
import { createMentionHandlers } from './mentions.ts'
import { createMeters } from './meters.ts'
import { createNotices } from './notices.ts'
import { createOutbox } from './outbox.ts'
import type { Parts } from './parts.ts'
import { createPostHandlers } from './posts.ts'
import { createPutBack } from './put-back.ts'
import { createQueue } from './queue.ts'
import { createAnswers, purgeReceipts } from './receipts.ts'
import { createReadinessHandlers } from './readiness.ts'
import { createRelayDesk } from './relay.ts'
import { createRelayHandlers } from './relay-test.ts'
import { createSecretKeeper } from './secrets.ts'
import { createRenewal } from './renewal.ts'
import { createSignIns } from './sign-ins.ts'
import { createSettingsKeeper } from './settings.ts'
import { createUploads } from './uploads.ts'
import { excerpt, isoInstant } from './views.ts'
import type { World } from './world.ts'
import { createZoneRules } from './zone-rules.ts'

/** A deleted post can be restored for this long, in milliseconds. */
const KEEP_DELETED = 30 * 86_400_000

/** Joins the use cases over a world. */
export const createApp = (world: World): App => {
  const { store, clock } = world
  const announcer = createAnnouncer(world)
  const settings = createSettingsKeeper(world)
  const secrets = createSecretKeeper(world, settings)
  const outbox = createOutbox(world)
  const accounts = createAccountDesk(world, announcer, secrets, outbox)
  const pictures = createAccountPictures(world, announcer)
  const relay = createRelayDesk({ world, settings, secrets, accounts })
  const uploads = createUploads(world, relay)
  announcer.subscribe(uploads.hear)
  const meters = createMeters(world, announcer)
  const notices = createNotices(world, settings)
  const deliveries = createDeliveries(world, secrets, outbox)
  const zoneRules = createZoneRules(world, announcer)
  const expiry = createExpiryWatch(world, announcer, outbox)
  const awake = createAwakeWatch(world)
  const mediaTidying = createMediaTidying(world)
  const renewal = createRenewal({ world, announcer, accounts, outbox, settings })
  const snapshots = createSnapshotKeeper(world)
  const signIns = createSignIns(world, announcer, secrets)

  const status = async (): Promise<Status> => {
    const [lastLookAt, asleep] = [queue.lastLookAt(), queue.asleep()]
    return {
      version: world.about.version,
      home: world.about.home,
      owner: world.about.owner,
      keychain: await secrets.kind(),
      lastLookAt: lastLookAt === null ? null : isoInstant(lastLookAt),
      asleep: asleep && { from: isoInstant(asleep.from), until: isoInstant(asleep.until) },
      paused: (await settings.get()).paused,
      next: await nextUp(store),
      unreadable: await store.unreadable(),
      http: world.http.state(),
      counts: await store.items.counts(),
    }
  }

  const queue = createQueue({ world, announcer, settings, accounts, notices, meters, outbox, relay, status })
  const parts: Parts = { world, announcer, settings, secrets, accounts, queue, meters, outbox, relay, signIns }
  const takeIn = createMediaIntake(world)
  const posts = createPostHandlers(parts)
  const items = createItemHandlers(parts)
  const external = createExternalReader(parts)
  const exchange = createExchange(parts)

  const handlers = {
    ...posts,
    ...items,
    ...createBulkHandlers({ ...posts, ...items, putBack: createPutBack(parts) }, world),
    ...createAccountHandlers(parts, pictures),
    ...pictures.handlers,
    ...signIns.handlers,
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
    'tags.list': async () => ({ entries: await store.tags.list() }),
    ...createSlotHandlers(parts),
    ...createTemplateHandlers(parts),
    ...createCalendarHandlers(parts),
    ...createQuotaHandlers(parts),
    ...createKeyHandlers(parts),
    ...createHookHandlers(parts),
    ...createWritingHandlers(parts),
    ...createRelayHandlers(parts),
    ...createExternalHandlers(parts),
    ...createAccountHealthHandlers(parts),
    ...createMentionHandlers(parts),
    ...snapshots.handlers,
    ...createArchiveHandlers(world),
    ...exchange.handlers,
    ...createActivityHandlers(world),
    ...createReadinessHandlers(parts),
    ...createHealthHandlers(parts, snapshots, status),
    'status.get': status,
  } satisfies Handlers

  return {
    gate: createGate(handlers, world.log),
    takeFile: (file) => replyOf('taking a file in', world.log, () => takeIn(file)),
    subscribe: announcer.subscribe,
    emit: announcer.emit,
    start: async () => {
      await store.posts.purge(clock.now() - KEEP_DELETED)
      await purgeReceipts(world)
      await deliveries.start()
      await expiry.start()
      await renewal.start()
      external.start()
      uploads.start()
      snapshots.start()
      awake.start()
      mediaTidying.start()
      await zoneRules.start()
      await queue.start()
    },
    stop: async () => {
      expiry.stop()
      awake.stop()
      mediaTidying.stop()
      zoneRules.stop()
      await Promise.all([
        signIns.stop(),
        pictures.stop(),
        renewal.stop(),
        queue.stop(),
        deliveries.stop(),
        external.stop(),
        snapshots.stop(),
        exchange.stop(),
      ])
      await uploads.stop()
    },
    nudge: (why) => {
      queue.nudge(why)
      deliveries.nudge()
      renewal.nudge()
    },
    publish: queue.publish,
    answers: createAnswers(world),
    ...createKeyRing(world),
    dueWithin: async (span) => {
      const { entries } = await store.items.list({
        states: ['scheduled', 'waiting', 'publishing'],
        order: 'soonest',
        limit: 50,
      })
      return rows(
        store,
        entries.filter((item) => !item.held?.remote && item.nextAt !== null && item.nextAt <= clock.now() + span),
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
