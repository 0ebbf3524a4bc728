import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Who runs Posthorn on a data folder: the desktop app, the headless server, or one command. */
export type OwnerKind = z.infer<typeof ownerCard>['kind']

const ownerCard = z.object({
  kind: z.enum(['desktop', 'serve', 'cli']),
  pid: z.int().positive(),
  /** Where it can be spoken to, `http://127.0.0.1:PORT`; null while it cannot. */
  url: z.string().nullable(),
  token: z.string().nullable(),
  startedAt: z.iso.datetime(),
})
/** What the owner of a data folder leaves there for other processes of the same person. */
export type OwnerCard = z.infer<typeof ownerCard>

const cardIn = (home: string) => join(home, 'owner.json')

/** Replaces the card in one step; only the person can read it, for it holds the token. */
export const writeOwnerCard = async (home: string, card: OwnerCard): Promise<void> => {
  const fresh = `${cardIn(home)}.new`
  await writeFile(fresh, `${JSON.stringify(card)}\n`, { mode: 0o600 })
  // A leftover of an earlier run would keep the permissions it had.
  await chmod(fresh, 0o600)
  await rename(fresh, cardIn(home))
}

export const removeOwnerCard = (home: string): Promise<void> => rm(cardIn(home), { force: true })

/** The card of the process that owns the folder; undefined when there is none, or when its process is gone. */
export const findOwner = async (home: string): Promise<OwnerCard | undefined> => {
  let card: OwnerCard
  try {
    card = ownerCard.parse(JSON.parse(await readFile(cardIn(home), 'utf8')))
  } catch {
    return undefined
  }
  return isAlive(card.pid) ? card : undefined
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, but belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
