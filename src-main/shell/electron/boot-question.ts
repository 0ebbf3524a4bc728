import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Snapshot } from '../../../src-preload/contract/model/snapshot.ts'
import type { Recovery } from '../recover-home.ts'
import { say, sayBootFailure, sayMoment } from '../words/say.ts'

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
  const { message, next } = sayBootFailure(failure)
  const title = say('boot.title')
  if (rescue === null || !isRecoverable(failure))
    return { title, message, detail: next, buttons: [say('boot.quit')], choices: [] }
  const offers: { label: string; by: Recovery }[] = [
    ...(rescue.newest
      ? [
          {
            label: say('boot.put-back', { at: sayMoment(rescue.newest.at) }),
            by: { kind: 'snapshot' as const, name: rescue.newest.name },
          },
        ]
      : []),
    { label: say('boot.salvage'), by: { kind: 'salvage' } },
  ]
  return {
    title,
    message,
    detail: say('boot.kept'),
    buttons: [...offers.map(({ label }) => label), say('boot.quit')],
    choices: offers.map(({ by }) => by),
  }
}
