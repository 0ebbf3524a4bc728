import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import { isOurs } from './addresses.ts'

/** A stored file, as the window may show it. */
export type ShownMedia = { path: string; mime: string }

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The component library puts a rule of its own into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Call before the app is ready: gives `app:` an origin and the rights of a secure page. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // What was compiled at one start need not be at the next.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])

/** Serves the built interface from `folder`, and under /media/ what `findMedia` knows. */
export const serveInterface = (folder: string, findMedia: (id: string) => Promise<ShownMedia | null>): void =>
  protocol.handle('app', async ({ url, method }) => {
    if (!isOurs(url) || (method !== 'GET' && method !== 'HEAD')) return refused(403)
    const path = pathOf(url)
    if (path === null) return refused(400)
    const media = /^\/media\/([^/]+)$/.exec(path)?.[1]
    if (media !== undefined) {
      const found = await findMedia(media)
      // Bytes that came from elsewhere are shown, never run.
      return found === null ? refused(404) : file(found.path, found.mime, "default-src 'none'; sandbox")
    }
    const inside = normalize(join(folder, path === '/' ? 'index.html' : path))
    if (!inside.startsWith(folder + sep)) return refused(403)
    return file(inside, TYPES[extname(inside)] ?? 'application/octet-stream', POLICY)
  })

const pathOf = (url: string): string | null => {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

const file = async (path: string, type: string, policy: string): Promise<Response> => {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return refused(404)
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-length': String(found.size),
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  })
}

const refused = (status: number): Response => new Response(null, { status })
