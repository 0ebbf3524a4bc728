import { Command } from 'commander'
import { declareAccounts } from './commands/accounts.ts'
import { declareChannels } from './commands/channels.ts'
import { declareItem } from './commands/item.ts'
import { declareItems } from './commands/items.ts'
import { declarePost } from './commands/post.ts'
import { declarePosts } from './commands/posts.ts'
import { declareServe } from './commands/serve.ts'
import { declareSettings } from './commands/settings.ts'
import { declareSnapshots } from './commands/snapshots.ts'
import { declareStatus } from './commands/status.ts'
import { declareArchive } from './commands/archive.ts'
import { declareExchange } from './commands/exchange.ts'
import { declareBulk } from './commands/bulk.ts'
import { declareCall } from './commands/call.ts'
import { declareCompletion } from './commands/completion.ts'
import { declareHealth } from './commands/health.ts'
import { declareHooks } from './commands/hooks.ts'
import { declareKeys } from './commands/keys.ts'
import { declareMcp } from './commands/mcp.ts'

import { declareQuota } from './commands/quota.ts'
import { declareRecover } from './commands/recover.ts'
import { declareRelay } from './commands/relay.ts'
import { declareSlots } from './commands/slots.ts'
import { declareTags } from './commands/tags.ts'
import { declareWrite } from './commands/write.ts'
import { packageVersion } from './package-version.ts'

/** The command line: every command, its flags and its help. */
export const createProgram = (): Command => {
  const program = new Command('posthorn')
    .description('Write offline, schedule, close the lid: Posthorn sends each post at its time.')
    .version(packageVersion())
    .option('--home <folder>', 'the data folder (default: POSTHORN_HOME, else the place the system has for it)')
    .option('--json', 'one JSON document on standard output, and nothing else there')
    .option('--dry-run', 'say what would be done, and change nothing')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
  declarePost(program)
  declareItems(program)
  declareItem(program)
  declarePosts(program)
  declareAccounts(program)
  declareChannels(program)
  declareSettings(program)
  declareStatus(program)
  declareHealth(program)
  declareTags(program)
  declareSlots(program)
  declareQuota(program)
  declareBulk(program)
  declareWrite(program)
  declareRelay(program)
  declareKeys(program)
  declareHooks(program)
  declareCall(program)
  declareServe(program)
  declareMcp(program)

  declareSnapshots(program)
  declareArchive(program)
  declareExchange(program)
  declareRecover(program)
  declareCompletion(program)
  return program
}
