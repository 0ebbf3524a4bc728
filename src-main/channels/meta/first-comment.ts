import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ChannelTools, Work } from '../channel.ts'
import type { Manners } from '../kit/request-failures.ts'
import { failingOf } from './failures.ts'
import type { Graph } from './graph.ts'

const NOTE = 'first comment'

/** Writes the first comment under a post that stands, once; what became of it is no reason to send the post again. */
export const addFirstComment = async (
  post: string,
  words: string | undefined,
  graph: Graph,
  { notes }: Pick<Work<unknown>, 'notes'>,
  manners: Manners,
  tools: ChannelTools,
): Promise<Failure | undefined> => {
  if (words === undefined || (await notes.read(NOTE))) return undefined
  await notes.write(NOTE, 'sent')
  try {
    await graph.ask('POST', `${post}/comments`, z.looseObject({ id: z.string() }), { message: words }, { writes: true })
    return undefined
  } catch (error) {
    const { failure } = failingOf(error, manners, tools)
    return {
      ...failure,
      message:
        `The post stands, but its first comment does not, as far as is known: ${failure.message}` satisfies Sentence,
      next: 'Write the comment there by hand.' satisfies Sentence,
      told: undefined,
    }
  }
}
