/**
 * Tells the person something. Always on standard error: standard output belongs to what was asked for (a link, JSON),
 * so that it can be piped.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** @param {number} startedAt a value of performance.now() */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
