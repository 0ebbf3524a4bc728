import type { Dialect } from '../api-env.ts'
import { createSocialitDialect } from './socialit/socialit-dialect.ts'
import { createSocialSyncerDialect } from './socialsyncer/social-syncer-dialect.ts'
import { createWixDialect } from './wix/wix-dialect.ts'

/** The ways of speaking to Posthorn that programs know from elsewhere. A new one is a folder and a line here. */
export const createDialects = (): Dialect[] => [
  createWixDialect(),
  createSocialitDialect(),
  createSocialSyncerDialect(),
]
