import type { McpHttpHandler } from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import type { Log } from '../../core/ports.ts'
import type { ApiEnv, Dialect, Side } from '../api-env.ts'
import { FAILURE_STATUS } from '../failure-status.ts'
import type { Keys } from '../key-guard.ts'
import { permissionOf } from './permission.ts'

/**
 * MCP over Streamable HTTP at `/mcp`, for assistants that hold a key. Every request stands for itself; there are no
 * sessions. What they may do is the person's own setting, also where the key opens the sandbox.
 */
export const createMcpDialect = (world: {
  keys: Pick<Keys, 'sideFor'>
  version: string
  log: Log
  closing: AbortSignal
}): Dialect => {
  const permission = async () => permissionOf((await world.keys.sideFor('live')).gate)
  let made: Promise<McpHttpHandler> | undefined

  const make = async (): Promise<McpHttpHandler> => {
    // Read when the first assistant comes: most doors never see one.
    const { createMcpHandler } = await import('@modelcontextprotocol/server')
    const { createMcpServer } = await import('./mcp-server.ts')
    const handler = createMcpHandler(
      ({ authInfo }) => {
        const side = authInfo?.extra?.['side'] as Side
        return createMcpServer(async (work) => work(side.gate, await permission()), world.version)
      },
      { onerror: (error) => world.log.warn('an assistant was not understood', { error: error.message }) },
    )
    world.closing.addEventListener('abort', () => void handler.close(), { once: true })
    return handler
  }

  const routes = new Hono<ApiEnv>()
  routes.all('/', async (c) => {
    const { fetch } = await (made ??= make())
    const { side, key, body } = c.var
    const authInfo = { token: key.id, clientId: key.id, scopes: [], extra: { side } }
    return fetch(c.req.raw, { authInfo, ...(c.req.method === 'POST' ? { parsedBody: body } : {}) })
  })

  return {
    basePath: '/mcp',
    routes,
    fail: (c, failure) =>
      c.json(
        {
          jsonrpc: '2.0',
          id: null,
          error: { code: -32_000, message: `${failure.message} ${failure.next}`, data: failure },
        },
        FAILURE_STATUS[failure.code],
      ),
  }
}
