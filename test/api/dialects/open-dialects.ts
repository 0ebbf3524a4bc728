import { Hono } from 'hono'
import type { ApiEnv, Side } from '../../../src-main/api/api-env.ts'
import { createDialects } from '../../../src-main/api/dialects/index.ts'
import { startTestApp } from '../../fixtures/test-world.ts'

/** The dialects over a real store, without the guards before them; errors of Posthorn's own are not caught. */
export const openDialects = async () => {
  const { t, alice: accountId } = await startTestApp()
  await t.call('accounts.update', { accountId, aliases: ['sc_1'] })
  const side: Side = { gate: t.app.gate, takeFile: t.app.takeFile, subscribe: t.app.subscribe, answers: t.app.answers }
  const api = new Hono<ApiEnv>()
  api.use(async (c, next) => {
    c.set('side', side)
    c.set('key', { id: 'key_0000000000000001', name: 'test', kind: 'live' })
    const text = await c.req.text()
    c.set('body', text === '' ? {} : JSON.parse(text))
    await next()
  })
  for (const { basePath, routes } of createDialects()) api.route(basePath, routes)
  api.onError((error) => {
    throw error
  })
  return { t, api }
}
