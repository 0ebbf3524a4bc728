import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { Outcome } from '../channel.ts'
import { codeOf } from '../kit/write-file.ts'

const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS'])
const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** What an attempt came to, by what the disk said. Nothing is half done: a repeat goes on where it ended. */
export const outcomeOfDisk = (error: unknown, path: string): Outcome => {
  const failure = diskFailure(error, path)
  // A disk that is full or away comes back; what is forbidden stays forbidden.
  return { kind: failure.code === 'unreachable' || failure.code === 'disk-full' ? 'retry' : 'rejected', failure }
}

export const diskFailure = (error: unknown, path: string): Failure => {
  if (error instanceof Refusal) return error.failure
  const code = codeOf(error)
  const detail = { detail: error instanceof Error ? error.message : String(error) }
  if (FORBIDDEN.has(code)) {
    return failed(
      'folder-not-writable',
      `Posthorn may not write to ${path}.`,
      'Allow it in the settings of the folder, or choose another folder for the account.',
      { ...detail, field: 'settings.path' },
    )
  }
  if (FULL.has(code)) {
    return failed(
      'disk-full',
      `The disk of ${path} is full.`,
      'Make room on it; Posthorn tries again by itself.',
      detail,
    )
  }
  return failed(
    'unreachable',
    `The folder ${path} cannot be reached; its disk may not be connected.`,
    'Connect the disk or put the folder back; Posthorn tries again by itself.',
    detail,
  )
}
