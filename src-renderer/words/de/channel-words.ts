import { SAID_BY_CHANNELS } from './said-by-channels.ts'
import { SENTENCES } from './sentences.ts'

/** All that channels say, in German, by what they say in English. */
export const CHANNEL_WORDS: Readonly<Record<string, string>> = { ...SENTENCES, ...SAID_BY_CHANNELS }
