import { expect, test } from 'vitest'
import { Refusal, failedInEnglish } from '../../src-main/core/refusal.ts'
import { channelNamed, draftOf, sessionSlot, workOf } from './channel-world.ts'
import { SUBJECTS } from './conformance/all-subjects.ts'
import { SAMPLE_FILES } from './conformance/sample-files.ts'

/* Channels whose networks fetch media by address, when the place for those files is in trouble. */

const outcomeWith = async (key: string, code: 'offline' | 'channel-unsupported') => {
  const subject = SUBJECTS.find((one) => one.key === key)
  if (!subject) throw new Error(`there is no subject ${key}`)
  const [opened, channel] = [await subject.open(), channelNamed(key)]
  const { session, destination = null, ...account } = await opened.account(opened.origin)
  const relay = {
    offer: () => Promise.reject(new Refusal(failedInEnglish(code, 'The relay did not take it.', 'Look there.'))),
  }
  const draft = draftOf({
    text: 'Look',
    media: [await SAMPLE_FILES.image()],
    options: subject.simple?.options ?? {},
  })
  const work = workOf(channel, draft, { ...account, session: sessionSlot(session ?? null), destination, relay })
  const outcome = await channel.publish(work)
  const standing = await opened.standing()
  await opened.close()
  return { outcome, standing }
}

test.each(['instagram', 'threads', 'tiktok', 'google-business'])(
  '%s tries again when the relay cannot be reached, and not when it refuses; nothing stands',
  async (key) => {
    expect(await outcomeWith(key, 'offline')).toMatchObject({
      outcome: { kind: 'retry', failure: { code: 'offline', message: 'The relay did not take it.' } },
      standing: 0,
    })
    expect(await outcomeWith(key, 'channel-unsupported')).toMatchObject({
      outcome: { kind: 'rejected', failure: { code: 'channel-unsupported' } },
      standing: 0,
    })
  },
)
