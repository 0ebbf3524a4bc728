import { z } from 'zod'
import { maybeTold } from './model/told.ts'

/**
 * Everything that can go wrong, by name. A code is stable: clients may branch on it, tests do.
 * Each is shown to a person as three answers: what happened, why, and what to do next.
 */
export const failureCode = z.enum([
  // What a person typed or asked for.
  'invalid-input',
  'empty-post',
  'no-account',
  'text-too-long',
  'in-the-past',
  'unknown-zone',
  'not-found',
  'ambiguous-account',
  'illegal-transition',
  'media-unreadable',
  'media-unsupported',
  'media-too-large',
  'media-missing',
  // What a channel or an account answered.
  'channel-unsupported',
  'folder-not-writable',
  'wrong-credentials',
  'signed-out',
  'offline',
  'unreachable',
  'rate-limited',
  'quota-exhausted',
  'credits-exhausted',
  'rejected-by-channel',
  'channel-error',
  'answer-lost',
  /** Nothing went wrong: the person posts it, and says when it stands. `detail` is the folder where it lies ready. */
  'by-hand',
  // What the machine or the data folder is like.
  'database-from-future',
  'database-unreadable',
  'database-read-only',
  'disk-full',
  'data-folder-held',
  /** It was pending in a copy that was put back, and may have been sent since the copy was made. */
  'restored',
  'archive-unreadable',
  'wrong-passphrase',
  'cancelled',
  'keychain-unavailable',
  'secret-unreadable',
  // Who may ask.
  'not-authorised',
  'rate-exceeded',
  'once-conflict',
  'unknown-method',
  'internal',
])
export type FailureCode = z.infer<typeof failureCode>

/** A failure as data: it crosses every bridge whole, is stored with the attempt, and is shown as it is. */
export const failure = z.object({
  code: failureCode,
  /** One sentence: what happened, and why as far as it is known. */
  message: z.string().min(1),
  /** One sentence: what the person can do next. */
  next: z.string().min(1),
  /** Path of the input field it is about, such as `text` or `settings.path`. */
  field: z.string().optional(),
  /** What the other side said, redacted, for the activity log. */
  detail: z.string().optional(),
  /** What both sentences say, for other languages than theirs. */
  told: maybeTold,
})
export type Failure = z.infer<typeof failure>

/** A reply of any method, over any transport: never null, never a bare error. */
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }
