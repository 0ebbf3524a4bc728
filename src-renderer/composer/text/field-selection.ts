import { textOf } from '../draft/draft.ts'
import type { ComposerSession } from '../composer-session.ts'
import type { Selected } from './marks.ts'

const field = (): HTMLTextAreaElement | null => document.querySelector('.editor-text')

/** The text on the page and what is selected in it; without a field its end. */
export const readSelected = (session: ComposerSession): Selected => {
  const { draft, scope } = session.state.getState()
  const text = textOf(draft, scope)
  const written = field()
  return { text, start: written?.selectionStart ?? text.length, end: written?.selectionEnd ?? text.length }
}

/** Puts a changed text on the page, with the keys in it and its selection where it is said. */
export const writeSelected = (session: ComposerSession, { text, start, end }: Selected): void => {
  session.change({ kind: 'text', scope: session.state.getState().scope, text })
  requestAnimationFrame(() => {
    const written = field()
    written?.focus()
    written?.setSelectionRange(start, end)
  })
}
