import { z } from 'zod'
import { instant, keyId } from './common.ts'

/** A key to the HTTP API. Only its SHA-256 is kept. `test` keys open a sandbox that publishes nowhere. */
export const apiKey = z.object({
  id: keyId,
  name: z.string().trim().min(1, 'Give the key a name.').max(100),
  kind: z.enum(['live', 'test']),
  /** The last four characters, to tell keys apart. */
  hint: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
export type ApiKey = z.infer<typeof apiKey>
