import type { PageReason } from '../../../src-preload/contract/model/told.ts'
import { type Sentences, toldCatalogue } from '../told-words.ts'
import { app } from './told/app.ts'
import { channels } from './told/channels.ts'
import { FIELDS } from './told/fields.ts'
import { rules } from './told/rules.ts'

/** What the core and the channels say of what happens, in German; in English they say it themselves. */
export const TOLD: Readonly<Record<PageReason, Sentences>> = { ...app, ...channels, ...rules }

/** The same as texts of the catalogue, with the fields they are about. */
export const toldWords = (): Record<string, string> => ({ ...toldCatalogue(TOLD), ...FIELDS })
