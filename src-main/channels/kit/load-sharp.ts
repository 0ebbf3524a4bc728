import Module from 'node:module'

/** Where a binary must not be loaded that brings a GLib of its own: Electron on Linux has the system's in it. */
const CLASHES = process.platform === 'linux' && process.versions['electron'] !== undefined

/** The image library, loaded when it is first needed. */
export const loadSharp = async () => {
  if (CLASHES) hideNativeSharp()
  const { default: sharp } = await import('sharp')
  // Files are read once: there is nothing to remember.
  sharp.cache(false)
  return sharp
}

/**
 * Two GLibs in one process end in a crash, at the first image or at the tenth. Without its native binary sharp takes
 * its own WebAssembly build, which is about as fast. It has no setting for that, so the binary is not found.
 */
const hideNativeSharp = (): void => {
  if (hidden) return
  hidden = true
  const modules = Module as unknown as Record<typeof RESOLVE, (request: string, ...rest: unknown[]) => string>
  const resolve = modules[RESOLVE]
  modules[RESOLVE] = (request, ...rest) => {
    if (request.startsWith('@img/sharp-linux')) throw new Error(`${request} is not for Electron`)
    return resolve.call(Module, request, ...rest)
  }
}
const RESOLVE = '_resolveFilename'
let hidden = false
