import type { Failure } from '../../../src-preload/contract/failure.ts'
import { type Draft, isBlank } from './draft.ts'
import type { Upload } from '../media/upload.ts'

/** Nothing is written: there is not even a draft to save. */
export const EMPTY: Failure = {
  code: 'empty-post',
  message: 'There is nothing to publish yet.',
  next: 'Write something, or attach a picture.',
  field: 'text',
}

/** What stands in the way of sending and can be told without asking the core. */
export const refuseDraft = (draft: Draft, uploads: readonly Upload[]): Failure | null => {
  if (isBlank(draft)) return EMPTY
  if (draft.targets.length === 0) {
    return {
      code: 'no-account',
      message: 'No account is chosen for this post.',
      next: 'Choose at least one account above the text.',
      field: 'targets',
    }
  }
  const failed = uploads.find((upload) => upload.state.kind === 'failed')
  if (failed === undefined) return null
  return {
    code: 'media-unreadable',
    message: `"${failed.name}" could not be attached.`,
    next: 'Try it again, or remove it from the post.',
    field: 'media',
  }
}
