import { BadRequestError, OpenAI, UnprocessableEntityError } from 'openai'
import type { Brief, Caption, Network } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import { assemble } from '../assemble.ts'
import { cutToFit } from '../cut-words.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { ANSWER_SCHEMA, messagesOf } from './request.ts'
import { type Server, serverFailure } from './server-failure.ts'
import { because } from '../../core/told.ts'

/** How long a model may think, in milliseconds: small machines take their time. */
const DEADLINE = 120_000
const MAX_TAGS = 5

export type ServerTools = { network: Network; fetch: typeof globalThis.fetch; deadline?: number }

/** Captions from a server that speaks the OpenAI protocol, on this computer or elsewhere. Throws a Refusal. */
export const askServer = async (server: Server, tools: ServerTools, brief: Brief): Promise<Caption[]> => {
  const { network, fetch, deadline = DEADLINE } = tools
  const signal = AbortSignal.timeout(deadline)
  const client = new OpenAI({
    baseURL: server.url,
    apiKey: server.key ?? 'none',
    // What the environment says of other programs' accounts is not meant.
    adminAPIKey: null,
    organization: null,
    project: null,
    defaultHeaders: server.key === null ? { authorization: null } : {},
    maxRetries: 0,
    timeout: deadline,
    logLevel: 'off',
    fetch,
  })
  const said = await ask(client, server, brief, signal).catch((error: unknown) => {
    throw serverFailure(error, server, network, signal.aborted)
  })
  const answers = readAnswer(said, brief)
  return answers.length === 0 ? nonsense(server, said) : fitAll(brief, answers)
}

/** What the model says. A server that knows no structured answers is asked again for plain JSON. */
const ask = async (client: OpenAI, { model }: Server, brief: Brief, signal: AbortSignal): Promise<string> => {
  const question = { model, messages: messagesOf(brief) }
  try {
    return contentOf(await client.chat.completions.create({ ...question, response_format: ANSWER_SCHEMA }, { signal }))
  } catch (error) {
    if (!(error instanceof BadRequestError || error instanceof UnprocessableEntityError)) throw error
    return contentOf(await client.chat.completions.create(question, { signal }))
  }
}

/** Whatever answers, it need not be what the protocol says. */
const contentOf = (answer: unknown): string => {
  const { choices } = (answer ?? {}) as { choices?: { message?: { content?: unknown } }[] }
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined
  return typeof content === 'string' ? content : ''
}

const nonsense = ({ model, url }: Server, said: string): never =>
  refuse(
    'channel-error',
    said === ''
      ? `The server at ${url} gave no answer of the kind that writing servers give.`
      : `What ${model} answered cannot be read as captions.`,
    'Try again, choose another model, or use the built-in writer.',
    {
      detail: said.slice(0, 300),
      told: because(said === '' ? 'writer-no-answer' : 'writer-unreadable', { url, model }),
    },
  )

/** With hashtags, without, else cut at a sentence or a word; what cannot be made to fit is left out. */
const fitAll = async (brief: Brief, answers: readonly Answer[]): Promise<Caption[]> => {
  const found = new Map<string, Caption>()
  for (const answer of answers) {
    const caption = await fit(brief, answer)
    if (caption && found.size < brief.count) found.set(caption.text, caption)
  }
  return [...found.values()]
}

const fit = async ({ link, fits, hashtags }: Brief, answer: Answer): Promise<Caption | null> => {
  const tags = hashtags ? answer.hashtags.slice(0, MAX_TAGS) : []
  const tagged = assemble(answer.text, link, tags)
  if (await fits(tagged)) return { text: tagged, hashtags: tags }
  const body = await cutToFit(answer.text, (some) => fits(assemble(some, link, [])))
  return body === null ? null : { text: assemble(body, link, []), hashtags: [] }
}
