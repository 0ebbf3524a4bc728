/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [peer]
 * @property {string} [integrity]
 */

/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether what npm last installed (it writes that down in node_modules/.package-lock.json, as its last act) is what
 * package-lock.json asks for. So an `npm ci` or `npm install` by hand counts as much as one of ours.
 *
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInstalled(wanted, installed) {
  const present = installed.packages ?? {}
  const locked = Object.entries(wanted.packages ?? {}).filter(([path]) => path !== '')
  return (
    locked.every(([path, one]) => {
      const other = present[path]
      // Packages for other platforms are locked, but not installed.
      if (other === undefined) return one.optional === true
      return other.version === one.version && other.integrity === one.integrity
    }) && Object.keys(present).every((path) => wanted.packages?.[path] !== undefined)
  )
}
