import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'

/** The built interface: names under `assets/` carry their content's hash, the page itself is asked for each time. */
export const interfaceFiles = (folder: string): Hono => {
  const files = new Hono()
  files.use(async (c, next) => {
    await next()
    if (!c.res.ok) return
    c.header('Cache-Control', c.req.path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache')
  })
  let built: MiddlewareHandler | undefined
  files.get('/*', (c, next) => {
    // Looked for each time, so that a build while Posthorn runs is enough.
    if (built === undefined && existsSync(join(folder, 'index.html'))) built = serveStatic({ root: folder })
    if (built !== undefined) return built(c, next)
    return c.req.path === '/' ? Promise.resolve(c.html(NOT_BUILT, 503)) : next()
  })
  return files
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Posthorn</title>
  <body>
    <h1>The interface has not been built yet</h1>
    <p>Run <code>npm run build</code> in Posthorn’s folder, then load this page again.</p>
    <p>The command line and the HTTP API work without it.</p>
  </body>
</html>
`
