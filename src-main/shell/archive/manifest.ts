import { z } from 'zod'

/*
 * What stands in an export: a tar file with `manifest.json` first, then `posthorn.db` (without passwords),
 * `secrets.json` where it is encrypted, and `media/<sha256>`. Encrypted, the whole of it is one age file for a
 * passphrase, so that the `age` and `tar` of any system open it.
 */

/** The form of the file; one of a later form is refused. */
export const FORMAT = 1
export const MANIFEST = 'manifest.json'
export const DATABASE = 'posthorn.db'
export const SECRETS = 'secrets.json'
export const MEDIA = 'media/'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const manifest = z.object({
  posthorn: z.object({ format: z.int().positive(), version: z.string() }),
  madeAt: z.iso.datetime(),
  database: z.object({ version: z.int().positive(), size: z.int().positive(), sha256: hash }),
  counts: z.object({ posts: z.int().nonnegative() }),
  media: z.array(z.object({ sha256: hash, size: z.int().positive() })),
  secrets: z.object({ size: z.int().nonnegative(), sha256: hash }).nullable(),
})
export type Manifest = z.infer<typeof manifest>

/** Passwords by their names. */
export const secretsFile = z.record(z.string(), z.string())
