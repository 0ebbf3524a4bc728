import type { AccountDesk } from './account-desk.ts'
import type { Announcer } from './announcer.ts'
import type { Meters } from './meters.ts'
import type { Outbox } from './outbox.ts'
import type { Queue } from './queue.ts'
import type { RelayDesk } from './relay.ts'
import type { SecretKeeper } from './secrets.ts'
import type { SignIns } from './sign-ins.ts'
import type { SettingsKeeper } from './settings.ts'
import type { World } from './world.ts'

/** What the use cases share. */
export type Parts = {
  world: World
  announcer: Announcer
  settings: SettingsKeeper
  secrets: SecretKeeper
  accounts: AccountDesk
  queue: Queue
  meters: Meters
  outbox: Outbox
  signIns: SignIns
  relay: RelayDesk
}
