import { type CallToolResult, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { MethodName } from '../../../src-preload/contract/methods.ts'
import { granted, Refusal } from '../../core/refusal.ts'
import { forbidden } from './permission.ts'
import { runTool, type Visit } from './run-tool.ts'
import { TOOLS } from './tools.ts'

/** Posthorn for assistants: the tools, a few lists to read, and one prompt. One server serves one connection or call. */
export const createMcpServer = (visit: Visit, version: string): McpServer => {
  const server = new McpServer({ name: 'posthorn', title: 'Posthorn', version }, { instructions: INSTRUCTIONS })
  for (const tool of TOOLS) {
    const annotations = {
      readOnlyHint: tool.needs === 'read',
      destructiveHint: tool.destructive,
      openWorldHint: tool.outside,
    }
    const { title, description, input } = tool
    server.registerTool(tool.name, { title, description, inputSchema: input, annotations }, async (given) => {
      const reply = await runTool(visit, tool, given)
      return reply.ok ? told(tool.toOutput(reply.value)) : { ...told({ failure: reply.failure }), isError: true }
    })
  }
  for (const { name, title, description, method, input } of RESOURCES) {
    const mimeType = 'application/json'
    server.registerResource(name, `posthorn://${name}`, { title, description, mimeType }, async ({ href: uri }) => ({
      contents: [{ uri, mimeType, text: JSON.stringify(await read(visit, method, input)) }],
    }))
  }
  server.registerPrompt(
    'draft_post',
    {
      title: 'Draft a post',
      description: 'Writes a draft that fits each account, for you to look at before anything is sent.',
      argsSchema: z.object({
        about: z.string().min(1).describe('What the post is about'),
        accounts: z.string().optional().describe('Names of the accounts; left out: those that fit'),
      }),
    },
    ({ about, accounts }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: draftPost(about, accounts) } }],
    }),
  )
  return server
}

const INSTRUCTIONS =
  'Posthorn keeps and sends the social-media posts of the person you work for. Save drafts and let the person look at them; schedule or publish only when the person asked for it. Times need a zone: get_settings has the default one.'

const RESOURCES: readonly { name: string; title: string; description: string; method: MethodName; input: object }[] = [
  {
    name: 'queue',
    title: 'The queue',
    description: 'What is going to be sent or needs a decision, soonest first.',
    method: 'items.list',
    input: {
      states: ['scheduled', 'waiting', 'publishing', 'unconfirmed', 'missed'],
      order: 'soonest',
      limit: 100,
    },
  },
  {
    name: 'drafts',
    title: 'The drafts',
    description: 'Posts that nobody scheduled yet, newest change first.',
    method: 'posts.list',
    input: { statuses: ['draft'], limit: 100 },
  },
  {
    name: 'accounts',
    title: 'The accounts',
    description: 'Where posts can go, and whether each account can publish.',
    method: 'accounts.list',
    input: {},
  },
]

const told = (value: unknown): CallToolResult => ({ content: [{ type: 'text', text: JSON.stringify(value) }] })

const read = (visit: Visit, method: MethodName, input: object): Promise<unknown> =>
  visit(async (gate, permission) => {
    const failure = forbidden('read', permission)
    if (failure) throw new Refusal(failure)
    return granted(await gate(method, input))
  }).catch((error: unknown) => {
    // A protocol error has room for one text alone.
    if (error instanceof Refusal) throw new Error(`${error.failure.message} ${error.failure.next}`, { cause: error })
    throw error
  })

const draftPost = (about: string, accounts: string | undefined): string =>
  [
    `Draft a social-media post about: ${about}`,
    accounts === undefined ? 'Choose the accounts that fit, from list_accounts.' : `It is for: ${accounts}.`,
    "Write in the person's own voice: read a few of their published posts first (list_posts).",
    'Check it with check_post and correct what is wrong, giving targets an override where a channel needs another text.',
    'Then save it with save_draft and show me the words for each account. Do not schedule or publish it.',
  ].join('\n')
