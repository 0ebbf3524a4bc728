import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleForNode } from '../fixtures/bundle-for-node.ts'
import { judge, type Verdict } from './judge.ts'
import { planFor, POINTS, type Round } from './kill-plan.ts'
import { type Lane, openLane } from './lane.ts'
import { diceFor, postsOf } from './rounds.ts'
import { startShared } from './sites.ts'

/*
 * Ends Posthorn with SIGKILL at every point of the publish path, over and over, against real servers, and counts what was
 * lost or doubled there.
 */

/** How many run beside each other, each on its own. */
const LANES = 4

/** A disk in memory, where there is one with room: what is killed loses nothing that the system has taken, whatever the disk. */
const MEMORY = '/dev/shm'
const ROOM = 4 * 1024 ** 3
if (existsSync(MEMORY) && statfsSync(MEMORY).bavail * statfsSync(MEMORY).bsize > ROOM) process.env['TMPDIR'] = MEMORY

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
})
const [wanted, seed] = [Number(values.rounds), Number(values.seed)]
const say = (line: string) => void (values.json || console.log(line))

const program = await bundleForNode(join(import.meta.dirname, 'victim.ts'), 'crash')
const shared = await startShared()
if (!shared.snac) say('There is no snac here: Mastodon is left out.')
const lanes: Lane[] = []
for (let lane = 0; lane < Math.min(LANES, wanted); lane += 1) {
  lanes.push(await openLane(shared, program, `lane${lane}`))
}
const ways = lanes[0]?.sites ?? []

const startedAt = Date.now()
const kills = new Map<string, number>()
let begun = 0
let over = 0
// Whoever has seen enough gets the verdict on what was done by then.
const enough = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => enough.abort())

/** Takes one round after another, as long as there are any. */
const work = async (lane: Lane): Promise<Round[]> => {
  const done: Round[] = []
  while (begun < wanted && !enough.signal.aborted) {
    const number = begun
    begun += 1
    const round = planFor(number, ways, diceFor(seed, number))
    const { point, channel } = round.plan
    done.push(round)
    if (await lane.run(round)) kills.set(`${point} ${channel}`, (kills.get(`${point} ${channel}`) ?? 0) + 1)
    over += 1
    if (over % 50 === 0) say(`${over} of ${wanted} rounds in ${seconds()} s`)
  }
  return done
}
const seconds = () => Math.round((Date.now() - startedAt) / 1000)

const total: Verdict = { lost: 0, doubled: 0, unconfirmed: 0, allowed: 0, trouble: [] }
let accepted = 0
await Promise.all(
  lanes.map(async (lane) => {
    const done = await work(lane)
    const end = await lane.finish()
    const askable = new Set(lane.sites.filter((site) => site.askable).map(({ channel }) => channel))
    const verdict = judge({ asked: done.flatMap(postsOf), ...end, askable })
    total.lost += verdict.lost
    total.doubled += verdict.doubled
    total.unconfirmed += verdict.unconfirmed
    total.allowed += verdict.allowed
    total.trouble.push(...verdict.trouble)
    accepted += end.accepted.size
    await lane.close()
  }),
)
await shared.close()

if (!values.json) {
  const row = (point: string) =>
    Object.fromEntries(ways.map(({ channel }) => [channel, kills.get(`${point} ${channel}`) ?? '']))
  console.table(Object.fromEntries(POINTS.map((point) => [point, row(point)])))
  const struck = [...kills.values()].reduce((sum, count) => sum + count, 0)
  say(`${struck} kills in ${seconds()} s, ${accepted} posts accepted.`)
  const blind = ways.filter(({ askable }) => !askable).map(({ channel }) => channel)
  say(`${total.allowed} left for the person to say, as allowed only where nobody can be asked: ${blind.join(', ')}.`)
}
for (const one of total.trouble) console.error(one)
const { lost, doubled, unconfirmed } = total
console.log(JSON.stringify({ rounds: over, lost, doubled, unconfirmed }))
process.exitCode = total.trouble.length === 0 ? 0 : 1
