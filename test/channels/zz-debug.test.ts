import { test } from 'vitest'
import { FAULTS, REFUSALS } from '../servers/fault-proxy.ts'
import { subject as yt } from './conformance/subjects/youtube.ts'
import { subject as tt } from './conformance/subjects/tiktok.ts'
import { openLine, simpleDraft, tryOut } from './conformance/trial.ts'
for (const subject of [yt, tt]) test(subject.key, { timeout: 200000 }, async () => {
  const line = await openLine(subject)
  for (const fault of ['none', ...FAULTS, ...REFUSALS] as const) {
    const at = Date.now()
    const t = await tryOut(subject, line, await simpleDraft(subject, `meets ${fault}`), fault)
    console.log(subject.key, fault, Date.now() - at, t.course.join(' > '), t.copies, t.struck, t.told.map((f) => f.code + ': ' + f.message + (f.detail ?? '')).join(' | ').slice(0, 300))
  }
})
