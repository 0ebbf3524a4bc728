import { dirname, posix, resolve } from 'node:path'

const THREAD = /new URL\('(\.[^']+-thread\.ts)', import\.meta\.url\)/g

/**
 * A thread is named by the file of its source, beside the one that starts it, and Node starts it from there. In a bundle
 * it becomes a file of its own, and this puts that one's name in the place.
 *
 * @returns {import('vite').Plugin}
 */
export function bundledThreads() {
  /** @type {Map<string, string>} */
  const emitted = new Map()
  return {
    name: 'bundled-threads',
    enforce: 'pre',
    transform(code, id) {
      for (const [, source = ''] of code.matchAll(THREAD)) {
        emitted.set(source, this.emitFile({ type: 'chunk', id: resolve(dirname(id), source) }))
      }
    },
    renderChunk(code, { fileName }) {
      let named = code
      for (const [source, file] of emitted) {
        named = named.replaceAll(source, posix.relative(posix.dirname(fileName), this.getFileName(file)))
      }
      return named === code ? null : { code: named, map: null }
    },
  }
}
