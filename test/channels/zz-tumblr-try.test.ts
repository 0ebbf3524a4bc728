import { test } from 'vitest'
import { subject } from './conformance/subjects/tumblr.ts'
import { openLine, simpleDraft, tryOut } from './conformance/trial.ts'
import { channelNamed } from './channel-world.ts'
import { textBlocks } from '../../src-main/channels/tumblr/blocks.ts'
import { findRanges } from '../../src-main/channels/check/find-ranges.ts'
import { TUMBLR } from '../../src-main/channels/rules/tumblr.ts'
test('try', { timeout: 30000 }, async () => {
  const text = 'a'.repeat(500_000)
  let n = performance.now(); textBlocks({ text, emphasis: [] }); console.log('blocks', performance.now() - n)
  n = performance.now(); findRanges(TUMBLR, text); console.log('ranges', performance.now() - n)
  const line = await openLine(subject)
  console.log(JSON.stringify(await tryOut(subject, line, await simpleDraft(subject, 'meets'), 'none', channelNamed('tumblr'))))
})
