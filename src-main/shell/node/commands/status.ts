import type { Command } from 'commander'
import type { Status } from '../../../../src-preload/contract/model/status.ts'
import { act, withExamples } from '../act.ts'
import { localTimeExact } from '../output/local-time.ts'
import { oneLine } from '../output/plain-text.ts'
import { facts } from '../output/table.ts'

/** `posthorn status`: who sends, what is next, what stands in the queue. */
export const declareStatus = (program: Command): void => {
  withExamples(program.command('status').description('who sends, what is next, what is in the queue'), 'status').action(
    act(async ({ caller, out }) => {
      const status = await caller.call('status.get', {})
      out.result(status, () => lines(status))
    }),
  )
}

const RUNNING = {
  desktop: 'the app runs',
  serve: '"posthorn serve" runs',
  cli: 'nothing runs: start the app or "posthorn serve"',
}

const lines = ({
  version,
  home,
  owner,
  keychain,
  lastLookAt,
  asleep,
  paused,
  next,
  unreadable,
  counts,
}: Status): string =>
  facts({
    version,
    data: home,
    sending: paused ? `paused (${RUNNING[owner]})` : RUNNING[owner],
    secrets: keychain,
    'last look': lastLookAt && localTimeExact(lastLookAt),
    slept: asleep && `from ${localTimeExact(asleep.from)} until ${localTimeExact(asleep.until)}`,
    next: next && `${localTimeExact(next.at)}  ${oneLine(next.account, 30)}: ${oneLine(next.text, 50)}`,
    unreadable: unreadable > 0 ? `${unreadable} kept aside in the file; the log says why` : null,
    ...Object.fromEntries(
      Object.entries(counts).flatMap(([state, count]) => (count > 0 ? [[state, String(count)]] : [])),
    ),
  })
