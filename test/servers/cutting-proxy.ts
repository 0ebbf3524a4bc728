import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line between client and server that can be cut just when an answer comes back. */
export type CuttingProxy = {
  port: number
  /** The next request that holds this text reaches the server; its answer does not come back. */
  cutAnswerTo(text: string): void
  /** The next request that holds this text gets this answer, and never reaches the server. */
  answerInstead(text: string, status: string): void
  /** How many requests holding this text have gone through. */
  seen(text: string): number
  close(): Promise<void>
}

export const startCuttingProxy = async (targetPort: number): Promise<CuttingProxy> => {
  const sockets = new Set<Socket>()
  let heard = ''
  let cutting: string | null = null
  let replacing: { text: string; status: string } | null = null
  const server = createServer((client) => {
    const onward = connect(targetPort, '127.0.0.1')
    let cut = false
    for (const socket of [client, onward]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        onward.destroy()
      })
    }
    client.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      heard += text
      if (cutting !== null && text.includes(cutting)) {
        cut = true
        cutting = null
      }
      if (replacing !== null && text.includes(replacing.text)) {
        client.end(`HTTP/1.1 ${replacing.status}\r\ncontent-type: text/html\r\nconnection: close\r\n\r\nSorry`)
        replacing = null
        return
      }
      onward.write(chunk)
    })
    onward.on('data', (chunk: Buffer) => {
      if (cut) client.destroy()
      else client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cutAnswerTo: (text) => {
      cutting = text
    },
    answerInstead: (text, status) => {
      replacing = { text, status }
    },
    seen: (text) => heard.split(text).length - 1,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
