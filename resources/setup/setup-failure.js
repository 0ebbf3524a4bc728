/** Something that could not be had. Its message is a whole sentence for the person: what is wrong, and what to do. */
export class SetupFailure extends Error {
  /** @override */
  name = 'SetupFailure'
}

/**
 * What to show of an error that nobody foresaw.
 *
 * @param {unknown} error
 */
export function stackOf(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
