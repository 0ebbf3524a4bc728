import type { Failure } from '../../src-preload/contract/failure.ts'

/** No answer came at all. */
export const noAnswer = (detail: string): Failure => ({
  code: 'unreachable',
  message: 'Posthorn itself does not answer.',
  next: 'Check that it is still running. What you typed is kept on this page.',
  detail,
})

/** Something answered, but not in words this page understands. */
export const strangeAnswer = (detail: string): Failure => ({
  code: 'internal',
  message: 'Posthorn gave an answer that this page does not understand.',
  next: 'Reload the page. If it happens again, restart Posthorn.',
  detail,
})
