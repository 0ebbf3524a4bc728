import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { KillPlan } from './kill-plan.ts'

/** Requests that write: a cut in any other is not what this is about. */
const WRITES = /^POST \/xrpc\/com\.atproto\.repo\.(createRecord|putRecord|applyWrites|uploadBlob)/

export type KillingProxy = {
  url: string
  /** Ends the process when the planned byte passes; null lets everything through. */
  arm(plan: KillPlan | null, kill: () => void): void
  close(): Promise<void>
}

/** A line to the server on which a run is ended at a chosen byte of a request that writes, or of its answer. */
export const startKillingProxy = async (target: string): Promise<KillingProxy> => {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let plan: KillPlan | null = null
  let kill = () => {}
  let seen = 0

  const strike = (client: Socket) => {
    plan = null
    kill()
    client.destroy()
  }

  const server = createServer((client) => {
    const onward = connect(Number(port), hostname)
    let chosen = false
    let expected = 0
    let passed = 0
    for (const socket of [client, onward]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => void (sockets.delete(client), onward.end()))
    onward.on('close', () => void (sockets.delete(onward), client.destroy()))

    client.on('data', (chunk: Buffer) => {
      const head = chunk.toString('latin1')
      if (plan && WRITES.test(head)) {
        seen += 1
        chosen = seen === plan.nth
        passed = 0
        const bodyAt = head.indexOf('\r\n\r\n') + 4
        expected = bodyAt + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      }
      if (!chosen || !plan?.point.startsWith('request:')) return void onward.write(chunk)
      const upTo =
        { 'request:first-byte': 1, 'request:half': Math.ceil(expected / 2) }[plan.point as string] ?? expected
      const now = chunk.subarray(0, Math.max(0, upTo - passed))
      passed += chunk.length
      onward.write(now)
      if (passed >= upTo) {
        // What was let through stays on its way to the server; the one that sent it is gone.
        strike(client)
      }
    })
    onward.on('data', (chunk: Buffer) => {
      if (chosen && plan?.point === 'answer:first-byte') {
        client.write(chunk.subarray(0, 1))
        return strike(client)
      }
      if (!client.destroyed) client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (next, ending) => {
      plan = next
      kill = ending
      seen = 0
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
