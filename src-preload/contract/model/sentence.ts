import type { AnySentence } from '../sentences/any.ts'
import type { ChatsSentence } from '../sentences/chats.ts'
import type { FieldsSentence } from '../sentences/fields.ts'
import type { FediverseSentence } from '../sentences/fediverse.ts'
import type { MetaSentence } from '../sentences/meta.ts'
import type { SitesSentence } from '../sentences/sites.ts'
import type { VideosSentence } from '../sentences/videos.ts'

/** What channels say of failures and problems, as catalogues have it: `{network} refused it: {words}`. */
export type SentenceKey =
  | AnySentence
  | ChatsSentence
  | FediverseSentence
  | FieldsSentence
  | MetaSentence
  | SitesSentence
  | VideosSentence

/**
 * The same with anything in its places. A channel says nothing else without a reason of `REASONS`: so each of its
 * sentences has words in every language, and a new one that has none does not compile.
 */
export type Sentence = Filled<SentenceKey>

type Filled<S extends string> = S extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : S
