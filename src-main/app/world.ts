import type { Channel } from '../channels/channel.ts'
import type {
  Bucket,
  BucketAccess,
  Clock,
  HttpSwitch,
  Ids,
  Landing,
  Log,
  Machine,
  MediaFiles,
  MediaProbe,
  Network,
  Notifier,
  PictureEditor,
  PictureShrinker,
  Random,
  Snapshots,
  Store,
  Vault,
  Web,
  WholeData,
  Writers,
} from '../core/ports.ts'
import type { Courier } from './courier.ts'

/** All that the use cases stand on; a shell brings it, a test makes its own. */
export type World = {
  store: Store
  /** Null where nothing is worth keeping. */
  keeping: { snapshots: Snapshots; whole: WholeData } | null
  files: MediaFiles
  probe: MediaProbe
  editPicture: PictureEditor
  shrinkPicture: PictureShrinker
  /** Makes a face of an account: a small square. */
  makeFace: PictureShrinker
  channels: ReadonlyMap<string, Channel>
  clock: Clock
  ids: Ids
  random: Random
  log: Log
  notifier: Notifier
  network: Network
  web: Web
  courier: Courier
  http: HttpSwitch
  landing: Landing
  machine: Machine
  writers: Writers
  bucket(access: BucketAccess): Bucket
  /** SHA-256 of a text in UTF-8, in hex. */
  digest(text: string): Promise<string>
  vaults: {
    /** The system's keychain; null where there is none. */
    system: Vault | null
    keyFile: Vault | null
    /** Without a window a key file is used without asking: nobody is there to answer. */
    headless: boolean
  }
  about: { version: string; home: string; owner: 'desktop' | 'serve' | 'cli'; zone: string }
}
