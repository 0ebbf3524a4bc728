import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Snapshot } from '../../../src-preload/contract/model/snapshot.ts'
import type { Recovery } from '../recover-home.ts'

/** A window of the system's that stands in the place of Posthorn; `choices` are what its buttons do, the last one quits. */
export type BootQuestion = {
  title: string
  message: string
  detail: string
  buttons: string[]
  choices: readonly Recovery[]
}

/** What there is to recover a damaged database from; `newest`: the newest good snapshot, where there is one. */
export type Rescue = { newest: Pick<Snapshot, 'name' | 'at'> | undefined }

/** Whether Posthorn itself can help; anything else is for the person to put right outside. */
export const isRecoverable = ({ code }: Failure): boolean => code === 'database-unreadable'

/** What the person is told when Posthorn cannot start, and what they can choose. */
export const bootQuestion = (failure: Failure, rescue: Rescue | null): BootQuestion => {
  const { message, next } = failure
  const title = 'Posthorn cannot start'
  if (rescue === null || !isRecoverable(failure))
    return { title, message, detail: next, buttons: ['Quit'], choices: [] }
  const offers: { label: string; by: Recovery }[] = [
    ...(rescue.newest
      ? [
          {
            label: `Put back the snapshot of ${timeOf(rescue.newest.at)}`,
            by: { kind: 'snapshot' as const, name: rescue.newest.name },
          },
        ]
      : []),
    { label: 'Keep what can be read', by: { kind: 'salvage' } },
  ]
  return {
    title,
    message,
    detail:
      'The damaged database is set aside and kept, whatever you choose. Posts that may have been sent already are not sent again: they wait for your word.',
    buttons: [...offers.map(({ label }) => label), 'Quit'],
    choices: offers.map(({ by }) => by),
  }
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
