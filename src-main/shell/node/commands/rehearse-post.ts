import type { Input } from '../../../../src-preload/contract/methods.ts'
import type { When } from '../../../../src-preload/contract/model/post.ts'
import type { Work } from '../act.ts'
import { localTime } from '../output/local-time.ts'

/** What the channels and the meters say, with nothing saved. Files are judged when they are attached. */
export const rehearsePost = async (
  { caller, out }: Work,
  written: Input<'posts.check'>,
  when: When | null,
  files: number,
) => {
  const accountIds = (written.targets ?? []).map(({ accountId }) => accountId)
  const { targets } = await caller.call('posts.check', written)
  const forecast =
    when === null || accountIds.length === 0 ? null : await caller.call('quota.forecast', { accountIds, when })
  const names = new Map((await caller.call('accounts.list', {})).entries.map(({ id, name }) => [id, name]))
  out.result({ dryRun: true, targets, forecast }, () =>
    [
      'Nothing was saved.',
      ...targets.flatMap(({ accountId, problems, count }) => {
        const name = names.get(accountId) ?? accountId
        const sent = forecast?.entries.find((one) => one.accountId === accountId)
        return [
          [name, count ? `${count.used} of ${count.max} ${count.unit}` : null, sent?.at ? localTime(sent.at) : null]
            .filter((part) => part !== null)
            .join('  '),
          ...problems.map(({ severity, message, next }) => `  ${severity}: ${message} ${next}`),
          ...(sent?.reason ? [`  ${sent.reason}`] : []),
        ]
      }),
      ...(files > 0 ? ['The files are judged when they are attached.'] : []),
    ].join('\n'),
  )
}
