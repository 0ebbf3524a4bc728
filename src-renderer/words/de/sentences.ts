import type { SentenceKey } from '../../../src-preload/contract/model/sentence.ts'
import { any } from './sentences/any.ts'
import { chats } from './sentences/chats.ts'
import { fediverse } from './sentences/fediverse.ts'
import { fields } from './sentences/fields.ts'
import { meta } from './sentences/meta.ts'
import { sites } from './sentences/sites.ts'
import { videos } from './sentences/videos.ts'

/** What channels say of failures and problems, in German, by their English sentences; places stand in braces. */
export const SENTENCES: Readonly<Record<SentenceKey, string>> = {
  ...any,
  ...chats,
  ...fediverse,
  ...fields,
  ...meta,
  ...sites,
  ...videos,
}
