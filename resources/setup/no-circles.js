/**
 * Refuses a bundle in which a file needs one that needs it: the one that comes first then finds what it takes from the
 * other undefined, which is seen only once it is used.
 *
 * @returns {import('vite').Plugin}
 */
export function noCircles() {
  return {
    name: 'no-circles',
    generateBundle(_, bundle) {
      /** @type {Set<string>} */
      const sound = new Set()
      /** @param {string} file @param {readonly string[]} way */
      const follow = (file, way) => {
        if (way.includes(file)) this.error(`Files of the interface need each other: ${[...way, file].join(' > ')}`)
        const chunk = bundle[file]
        if (chunk?.type !== 'chunk' || sound.has(file)) return
        for (const next of chunk.imports) follow(next, [...way, file])
        sound.add(file)
      }
      for (const file of Object.keys(bundle)) follow(file, [])
    },
  }
}
