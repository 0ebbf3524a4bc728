import type { Reason } from '../../../src-preload/contract/model/told.ts'
import type { Sentences } from '../told-words.ts'
import { app } from './told/app.ts'
import { channels } from './told/channels.ts'
import { rules } from './told/rules.ts'

/** What the core and the channels say of what happens, in German; in English they say it themselves. */
export const TOLD: Readonly<Record<Reason, Sentences>> = { ...app, ...channels, ...rules }
