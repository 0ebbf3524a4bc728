import { z } from 'zod'
import { relay as relayChoice, type RelayChoice } from '../../src-preload/contract/model/settings.ts'
import type { Offered, Relay } from '../channels/channel.ts'
import type { Bucket } from '../core/ports.ts'
import { Refusal, refuse } from '../core/refusal.ts'
import type { AccountDesk } from './account-desk.ts'
import { findAccount, findChannel } from './lookups.ts'
import type { SecretKeeper } from './secrets.ts'
import type { SettingsKeeper } from './settings.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** A place that files can be put at. */
type Place = Exclude<RelayChoice, { kind: 'none' }>
type S3 = Extract<Place, { kind: 's3' }>

/** A file that was put somewhere, or was about to be; written down before it leaves where its name is known by then. */
const kept = z.object({
  place: z.discriminatedUnion('kind', [relayChoice.options[1], relayChoice.options[2]]),
  id: z.string(),
  /** Where it is; null: the place says so each time. */
  url: z.string().nullable(),
  /** All of it has arrived. */
  whole: z.boolean(),
})
type Kept = z.infer<typeof kept>

type Flow = { signal: AbortSignal; onProgress(sent: number, total: number): void }

/** Puts files where networks can fetch them, as the settings say, and takes them away again. */
export type RelayDesk = {
  /** For an item being sent; null: the person has chosen no relay. */
  forItem(itemId: string, flow: Flow): Promise<Relay | null>
  /** Takes away what a note that begins with `OFFERED` or `LEFT` tells of. Throws when it could not. */
  takeAway(note: string, signal: AbortSignal): Promise<void>
  /** Puts a file at the chosen place and gives its address, and the way to take it away again. */
  put(file: Offered, flow: Flow): Promise<{ url: string; takeAway(): Promise<void> }>
  /** Keeps the secret key of the bucket that is chosen; null forgets every one. */
  keepKey(key: string | null): Promise<void>
}

/** Begins the names of notes of files that an item's channel may fetch. */
export const OFFERED = 'relay:'

type Deps = { world: World; settings: SettingsKeeper; secrets: SecretKeeper; accounts: AccountDesk }

export const createRelayDesk = ({ world, settings, secrets, accounts }: Deps): RelayDesk => {
  const { store } = world

  const chosen = async (): Promise<Place | null> => {
    const { relay } = await settings.get()
    return relay.kind === 'none' ? null : relay
  }

  const bucketAt = async (place: S3): Promise<Bucket> => {
    const secretKey = await secrets.read(keyName(place))
    return secretKey === null ? enterKey() : world.bucket({ ...place, secretKey })
  }

  const hostOf = async (accountId: string) => {
    const account = await findAccount(store, accountId)
    const { host, descriptor } = findChannel(world.channels, account.channel)
    if (!host)
      return refuse('channel-unsupported', `${descriptor.name} keeps no files for others.`, CHOOSE, {
        told: because('relay-keeps-none', { channel: descriptor.name }),
      })
    return { host, account }
  }

  /** What is known before the file leaves; null where the place gives the name. */
  const begin = async (place: Place, file: Offered): Promise<Kept | null> =>
    place.kind === 's3' ? { place, id: (await bucketAt(place)).nameFor(file), url: null, whole: false } : null

  const fill = async (place: Place, begun: Kept | null, file: Offered, flow: Flow): Promise<Kept> => {
    const onProgress = (sent: number) => flow.onProgress(sent, file.size)
    if (place.kind === 's3' && begun) {
      await (await bucketAt(place)).put(begun.id, file, { signal: flow.signal, onProgress })
      return { ...begun, whole: true }
    }
    if (place.kind === 's3') throw new Error('A file for a bucket has a name before it leaves.')
    const { host, account } = await hostOf(place.accountId)
    const hosted = await host.keep(await accounts.access(account, flow.signal), file, onProgress)
    if (hosted.kind === 'failed') throw new Refusal(hosted.failure)
    return { place, id: hosted.id, url: hosted.url, whole: true }
  }

  const addressOf = async ({ place, id, url }: Kept): Promise<string> =>
    url ??
    (place.kind === 's3'
      ? (await bucketAt(place)).address(id)
      : refuse('internal', 'A file has no address.', CHOOSE, { told: because('relay-no-address') }))

  const remove = async ({ place, id }: Kept, signal: AbortSignal): Promise<void> => {
    if (place.kind === 's3') return (await bucketAt(place)).remove(id, signal)
    const { host, account } = await hostOf(place.accountId)
    const dropped = await host.drop(await accounts.access(account, signal), id)
    if (dropped.kind === 'failed') throw new Refusal(dropped.failure)
  }

  /** The same file of the same item is there once, over retries, crashes and calls at the same time. */
  const offered = async (itemId: string, place: Place, file: Offered, flow: Flow): Promise<string> => {
    const name = OFFERED + (await world.digest(JSON.stringify([place, file.path, file.size, file.mime])))
    const note = async (of: Kept) => store.uploads.put(itemId, name, JSON.stringify(of))
    const written = await store.uploads.get(itemId, name)
    const known = written === null ? await begin(place, file) : kept.parse(JSON.parse(written))
    if (known?.whole) return addressOf(known)
    if (known) await note(known)
    const whole = await fill(place, known, file, flow)
    await note(whole)
    return addressOf(whole)
  }

  return {
    forItem: async (itemId, flow) => {
      const place = await chosen()
      if (!place) return null
      const underWay = new Map<string, Promise<string>>()
      return {
        offer: (file) => {
          const offering = underWay.get(file.path) ?? offered(itemId, place, file, flow)
          underWay.set(file.path, offering)
          return offering
        },
      }
    },
    takeAway: (note, signal) => remove(kept.parse(JSON.parse(note)), signal),
    put: async (file, flow) => {
      const place = await chosen()
      if (!place)
        return refuse('invalid-input', 'No media relay is chosen.', CHOOSE, {
          field: 'relay',
          told: because('relay-none'),
        })
      const whole = await fill(place, await begin(place, file), file, flow)
      return { url: await addressOf(whole), takeAway: () => remove(whole, flow.signal) }
    },
    keepKey: async (key) => {
      if (key === null) return secrets.forget(SECRETS)
      const place = await chosen()
      if (place?.kind !== 's3') {
        refuse('invalid-input', 'A key belongs to a bucket, and none is chosen.', 'Enter the bucket first.', {
          field: 'relay',
          told: because('relay-key-no-bucket'),
        })
      } else await secrets.write(keyName(place), key)
    },
  }
}

const SECRETS = 'relay'
/** A key is kept for one bucket's service alone: another address never gets to see it. */
const keyName = ({ endpoint, accessKeyId }: S3): string => `${SECRETS}:${new URL(endpoint).origin}:${accessKeyId}`

const CHOOSE = 'Choose one in Settings > Media relay.'

const enterKey = (): never =>
  refuse(
    'wrong-credentials',
    'The secret key of the media relay’s bucket is missing.',
    'Enter it in Settings > Media relay.',
    { field: 'relay', told: because('relay-key-missing') },
  )
