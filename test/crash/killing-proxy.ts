import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { KillPlan } from './kill-plan.ts'
import type { Sight, Wire } from './wires.ts'

export type KillingProxy = {
  port: number
  /** Ends the process when the planned byte passes; null lets everything through. */
  arm(plan: KillPlan | null, kill: () => void): void
  close(): Promise<void>
}

/** By how much a request comes late that was still on its way when the one that sent it ended, in milliseconds. */
const LATE = 200

/** A line to the server on which a run is ended at a chosen byte of a request that writes, or of its answer. */
export const startKillingProxy = async (target: number, wire: Wire): Promise<KillingProxy> => {
  const sockets = new Set<Socket>()
  let plan: KillPlan | null = null
  let kill = () => {}
  let seen = 0

  const strike = (client: Socket) => {
    plan = null
    kill()
    client.destroy()
  }

  /** Whether this is the request that the plan means. */
  const isMeant = ({ kind }: Sight): boolean => {
    if (!plan || (plan.point.startsWith('upload:') && kind !== 'upload')) return false
    seen += 1
    return seen === plan.nth
  }

  const server = createServer((client) => {
    const onward = connect(target, '127.0.0.1')
    const watch = wire.watch()
    let chosen = false
    let upTo = 0
    let passed = 0
    let answer: Buffer[] = []
    let isFirst = true
    let late: Buffer[] = []
    for (const socket of [client, onward]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => void (sockets.delete(client), late.length === 0 && onward.end()))
    onward.on('close', () => void (sockets.delete(onward), client.destroy()))

    client.on('data', (piece: Buffer) => {
      const sight = watch(piece)
      if (sight && plan) {
        chosen = isMeant(sight)
        upTo = endOf(plan, sight.length, piece.length)
        passed = 0
        answer = []
      }
      if (chosen && plan?.point === 'upload:before') return strike(client)
      if (!chosen || !plan?.point.startsWith('request:')) return void onward.write(piece)
      if (plan.point === 'request:late') late.push(piece)
      else onward.write(piece.subarray(0, Math.max(0, upTo - passed)))
      passed += piece.length
      if (passed < upTo && (upTo < Infinity || !wire.ends(piece))) return
      // What was let through stays on its way to the server; the one that sent it is gone.
      strike(client)
      if (late.length > 0) setTimeout(() => onward.end(Buffer.concat(late)), LATE)
    })
    onward.on('data', (raw: Buffer) => {
      if (client.destroyed) return
      const piece = (isFirst ? wire.amend?.(raw) : null) ?? raw
      isFirst = false
      if (chosen && plan?.point === 'answer:first-byte') {
        client.write(piece.subarray(0, 1))
        return strike(client)
      }
      if (!chosen || (plan?.point !== 'answer:whole' && plan?.point !== 'upload:after')) return void client.write(piece)
      answer.push(piece)
      const isWhole = wire.isWhole(Buffer.concat(answer))
      client.write(piece, () => isWhole && strike(client))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
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

/** How many bytes of a request go through; of one without a length its first piece is the measure. */
const endOf = ({ point, byte }: KillPlan, length: number | null, piece: number): number => {
  const measure = length ?? piece
  if (point === 'request:first-byte') return 1
  if (point === 'request:byte') return 1 + Math.floor(byte * (measure - 1))
  if (point === 'request:half') return Math.ceil(measure / 2)
  return length ?? Infinity
}
