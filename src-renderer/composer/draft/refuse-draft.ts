import type { Failure } from '../../../src-preload/contract/failure.ts'
import { inOwnWords } from '../../words/say-failure.ts'
import { say } from '../../words/say.ts'
import type { Upload } from '../media/upload.ts'
import { type Draft, isBlank } from './draft.ts'

/** Nothing is written: there is not even a draft to save. */
export const emptyPost = (): Failure =>
  inOwnWords({
    code: 'empty-post',
    message: say('composer.nothing-yet'),
    next: say('composer.nothing-yet-next'),
    field: 'text',
  })

/** What stands in the way of sending and can be told without asking the core. */
export const refuseDraft = (draft: Draft, uploads: readonly Upload[]): Failure | null => {
  if (isBlank(draft)) return emptyPost()
  if (draft.targets.length === 0) {
    return inOwnWords({
      code: 'no-account',
      message: say('composer.no-account'),
      next: say('composer.no-account-next'),
      field: 'targets',
    })
  }
  const failed = uploads.find((upload) => upload.state.kind === 'failed')
  if (failed === undefined) return null
  return inOwnWords({
    code: 'media-unreadable',
    message: say('composer.file-unattached', { name: failed.name }),
    next: say('composer.file-unattached-next'),
    field: 'media',
  })
}
