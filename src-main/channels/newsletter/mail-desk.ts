import { hasEnded } from './failures.ts'
import { type MailLine, MailTrouble, openMailLine } from './mail-line.ts'

/** Hands over one message after another, over as many connections as it takes. */
export type MailDesk = {
  /** Throws a MailTrouble. */
  handOver(from: string, to: string, message: Buffer): Promise<void>
  close(): void
}

/** Opens a connection with the first message, and another where one has ended. */
export const openMailDesk = (...access: Parameters<typeof openMailLine>): MailDesk => {
  let line: MailLine | null = null
  const close = () => {
    line?.close()
    line = null
  }
  const handOver = async (from: string, to: string, message: Buffer): Promise<void> => {
    const used = line !== null
    line ??= await openMailLine(...access)
    try {
      await line.send(from, to, message)
    } catch (error) {
      const ended = error instanceof MailTrouble && (error.lost || hasEnded(error))
      if (ended) close()
      // Many servers end a connection after so many messages: that is no trouble, if the next one is better.
      if (!ended || error.lost || !used) throw error
      await handOver(from, to, message)
    }
  }
  return { handOver, close }
}
