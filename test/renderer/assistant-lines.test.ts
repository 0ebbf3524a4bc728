import { expect, test } from 'vitest'
import { overHttp, overStandardInput } from '../../src-renderer/programs/assistant-lines.ts'

test('what is pasted into an assistant is whole JSON that leads here', () => {
  expect(JSON.parse(overStandardInput('/home/ada/posts "here"'))).toEqual({
    mcpServers: { posthorn: { command: 'posthorn', args: ['mcp', '--home', '/home/ada/posts "here"'] } },
  })
  expect(JSON.parse(overHttp('http://127.0.0.1:4747'))).toMatchObject({
    mcpServers: { posthorn: { url: 'http://127.0.0.1:4747/mcp' } },
  })
})
