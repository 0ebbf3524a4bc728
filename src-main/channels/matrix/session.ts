import { z } from 'zod'
import type { SessionSlot } from '../channel.ts'

const session = z.object({
  token: z.string().min(1),
  /** Transaction ids hold for a device: it is kept when a token is replaced. */
  device: z.string(),
})
/** What a sign-in by password left in the slot of the account. */
export type Session = z.infer<typeof session>

export const readSession = async (slot: SessionSlot): Promise<Session | null> => {
  try {
    return session.parse(JSON.parse((await slot.load()) ?? ''))
  } catch {
    return null
  }
}
