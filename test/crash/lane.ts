import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { Open, Standing } from './judge.ts'
import { isOnTheLine, type Round } from './kill-plan.ts'
import { postsOf } from './rounds.ts'
import { openSites, type Shared, type Site } from './sites.ts'
import type { News, Orders } from './victim.ts'

/** One Posthorn with a folder and accounts of its own that is ended again and again. Each run settles what the one before left open. */
export type Lane = {
  readonly sites: readonly Site[]
  /** Runs once and ends as planned; says whether the plan struck. */
  run(round: Round): Promise<boolean>
  /** Lets it come to its end, and tells what it left open and what stands where. */
  finish(): Promise<{ open: Open[]; standing: ReadonlyMap<string, Standing>; accepted: ReadonlySet<string> }>
  close(): Promise<void>
}

export const openLane = async (shared: Shared, program: string, name: string): Promise<Lane> => {
  const epoch = Date.now()
  const home = mkdtempSync(join(tmpdir(), 'posthorn-crash-'))
  const sites = await openSites(shared, { name, home, epoch })
  const askable = sites.filter((site) => site.askable).map(({ channel }) => channel)
  const accepted = new Set<string>()
  // Hundreds of starts of the same program: it is compiled once.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), 'compiled') }

  /** A run that is loaded and waits for its orders, so that the next one can begin as soon as this one has ended. */
  const spare = () => fork(program, [], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let next = spare()

  const runOnce = async (orders: Pick<Orders, 'accounts' | 'posts' | 'picture' | 'plan'>) => {
    const child = next
    next = spare()
    child.send({ home, epoch, askable, ...orders } satisfies Orders)
    const open: Open[] = []
    child.on('message', (news: News) => {
      if (news.kind === 'accepted') accepted.add(news.part)
      if (news.kind === 'done') open.push(...news.open)
      // Only what this run itself sends may be cut.
      if (news.kind === 'settled') arm(orders.plan, child)
    })
    const killed = await ended(child)
    arm(null, child)
    return { killed, open }
  }

  const arm = (plan: Orders['plan'], child: ChildProcess) => {
    const meant = plan && isOnTheLine(plan.point) ? plan : null
    for (const { channel, lines } of sites) {
      for (const line of lines) line.arm(meant?.channel === channel ? meant : null, () => child.kill('SIGKILL'))
    }
  }

  await runOnce({
    accounts: sites.map(({ channel, account }) => ({ channel, ...account })),
    posts: [],
    picture: null,
    plan: null,
  })
  return {
    sites,
    run: async (round) => {
      const picture = round.picture ? await pictureOf(round.number) : null
      return (await runOnce({ accounts: [], posts: postsOf(round), picture, plan: round.plan })).killed
    },
    finish: async () => {
      const { open } = await runOnce({ accounts: [], posts: [], picture: null, plan: null })
      const standing = new Map<string, Standing>()
      for (const site of sites) standing.set(site.channel, await site.standing())
      return { open, standing, accepted }
    },
    close: async () => {
      const gone = once(next, 'exit')
      next.kill()
      await gone
      await Promise.all(sites.map((site) => site.close()))
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Waits for the end of a run, by its own hand or ours; says whether it was killed. */
const ended = async (child: ChildProcess): Promise<boolean> => {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)))
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a run broke: ${code} ${said}`)
  return signal === 'SIGKILL'
}

/** A small picture in base64 that no other round has. */
const pictureOf = async (round: number): Promise<string> => {
  const background = { r: round % 256, g: Math.floor(round / 256) % 256, b: 90 }
  const png = sharp({ create: { width: 64, height: 48, channels: 3, background } }).png()
  return (await png.toBuffer()).toString('base64')
}
