import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'

/** `legacy` shakes hands as clients did before 2026; `auto` finds out what the server speaks. */
export type Era = 'legacy' | 'auto'

/** The official client; closed when the test ends. */
export const createClient = (era: Era): Client => {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: era } })
  onTestFinished(() => client.close())
  return client
}

export const connectHttp = async (url: string, key: string, era: Era): Promise<Client> => {
  const client = createClient(era)
  const headers = { Authorization: `Bearer ${key}` }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }))
  return client
}

/** Calls a tool; `value` is what stands in its one text. */
export const ask = async (
  client: Client,
  name: string,
  input: Record<string, unknown> = {},
): Promise<{ refused: boolean; value: unknown }> => {
  const { content, isError } = await client.callTool({ name, arguments: input })
  const [first] = content
  if (first?.type !== 'text') throw new Error('the tool gave no text')
  return { refused: isError === true, value: isError === true ? readable(first.text) : JSON.parse(first.text) }
}

/** What the SDK itself refuses is a sentence. */
const readable = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
