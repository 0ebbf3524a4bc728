import type { Attachment } from '../../src-preload/contract/model/media.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Override } from '../../src-preload/contract/model/item.ts'
import type { Content, Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, Check, Draft } from '../channels/channel.ts'
import type { MediaFiles, Store } from '../core/ports.ts'
import { failed, refuse } from '../core/refusal.ts'
import type { AccountRecord } from '../core/records.ts'

/** Joins what a post says with what a target says differently, and finds its files. */
export const composeDraft = async (
  store: Store,
  files: MediaFiles,
  content: Content,
  override: Override,
): Promise<Draft> => ({
  text: override.text ?? content.text,
  media: await findMedia(store, files, override.media ?? content.media),
  tags: content.tags,
  thread: content.thread,
})

const findMedia = async (store: Store, files: MediaFiles, attachments: readonly Attachment[]) => {
  if (attachments.length === 0) return []
  const found = new Map((await store.media.getMany(attachments.map((one) => one.mediaId))).map((one) => [one.id, one]))
  return attachments.map(({ mediaId, alt }) => {
    const media = found.get(mediaId)
    if (!media) return refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.', { field: 'media' })
    return { ...media, alt, path: files.path(media.hash) }
  })
}

/** The channel's judgement; a channel that throws is a channel with a problem, not a crash. */
export const checkDraft = (channel: Channel, draft: Draft, account: AccountRecord): Check => {
  const check = channel.check(draft, account.settings)
  return account.connection === 'disconnected'
    ? { ...check, problems: [...check.problems, disconnected(account)] }
    : account.connection === 'signed-out'
      ? { ...check, problems: [...check.problems, signedOut(account)] }
      : check
}

const disconnected = (account: AccountRecord): Problem => ({
  severity: 'error',
  code: 'signed-out',
  message: `${account.name} is disconnected.`,
  next: 'Connect it again, or take it out of this post.',
  field: 'account',
})

const signedOut = (account: AccountRecord): Problem => ({
  severity: 'warning',
  code: 'signed-out',
  message: `${account.name} is signed out; the post will wait for it.`,
  next: 'Connect the account again.',
  field: 'account',
})

/** The first error of a check as a failure that names the account; null when nothing stands in the way. */
export const firstError = (check: Check, account: AccountRecord): Failure | null => {
  const problem = check.problems.find((one) => one.severity === 'error')
  return problem
    ? failed(CODES[problem.code] ?? 'invalid-input', `${account.name}: ${problem.message}`, problem.next, {
        field: problem.field,
      })
    : null
}

/** Problem codes that are failure codes as well keep their name. */
const CODES: Readonly<Record<string, Failure['code']>> = {
  'empty-post': 'empty-post',
  'text-too-long': 'text-too-long',
  'media-unsupported': 'media-unsupported',
  'media-too-large': 'media-too-large',
  'media-unreadable': 'media-unreadable',
  'media-missing': 'media-missing',
  'signed-out': 'signed-out',
}
