import type { Desk } from '../../shell/desk.ts'
import type { Deed } from '../../shell/past-store.ts'
import { say } from '../../words/say.ts'

/** Whether the person is where posts are written. */
export const isWriting = ({ route }: Pick<Desk, 'route'>): boolean => route.state.getState().route.room === 'compose'

/**
 * A way back that gives a draft back. Where posts are written, the draft comes onto the page again; from any other room
 * nobody is taken away, and the word of it has a way to the draft.
 */
export const backOnPage = (
  desk: Pick<Desk, 'route'>,
  takeBack: Deed['undo'],
  show: () => void | Promise<void>,
): Pick<Deed, 'undo' | 'alsoUndone'> => ({
  undo: async () => {
    const failure = await takeBack()
    if (failure === null && isWriting(desk)) await show()
    return failure
  },
  alsoUndone: () => (isWriting(desk) ? [] : [{ label: say('composer.open'), run: () => void show() }]),
})
