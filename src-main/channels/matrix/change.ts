import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Work } from '../channel.ts'
import { changeOf } from '../kit/request-failures.ts'
import { MATRIX_CONTENT_BYTES } from '../rules/matrix.ts'
import { mannersOf, saysNo } from './failures.ts'
import { MARK, readMessage, standingAs, textOf } from './messages.ts'
import { openServer, part, type Server } from './server.ts'
import type { MatrixSettings } from './settings.ts'
import { wordsOf } from './words.ts'

type Changing = Work<MatrixSettings>

const sent = z.object({ event_id: z.string() })

/** Says the words anew in place of the first message; its files stay. */
export const edit = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const server = await openServer(work, tools)
    const { room, events } = standingAs(remote)
    const [event = ''] = events
    const said = await anew(work, server, room, event)
    const json = {
      ...said,
      // For programs that do not know of edits; nobody is called twice.
      body: `* ${said.body}`,
      'm.mentions': {},
      'm.new_content': said,
      'm.relates_to': { rel_type: 'm.replace', event_id: event },
    }
    if (Buffer.byteLength(JSON.stringify(json)) > MATRIX_CONTENT_BYTES) {
      refuse('text-too-long', 'The text is too long to be changed: an edit holds it twice.', 'Shorten it.', {
        field: 'text',
      })
    }
    await say(server, room, `send/m.room.message/${part(transactionFor(work, 'edit', event, json))}`, json)
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work), tools)
  }
}

const anew = async ({ draft }: Changing, server: Server, room: string, event: string) => {
  const { content } = await readMessage(server, room, event)
  const { 'm.relates_to': _, format: _format, formatted_body: _html, [MARK]: mark, ...rest } = content
  const kept = { ...(mark !== undefined && { [MARK]: mark }) }
  if (content.filename === undefined) return { ...textOf(draft), ...kept }
  const words = draft.text.trim() === '' ? { body: content.filename, 'm.mentions': {} } : wordsOf(draft)
  return { ...rest, ...words, ...kept }
}

/** Takes all messages of a post down, the one with the words last. What is gone already is no trouble. */
export const unpublish = async (work: Changing, remote: Remote, tools: ChannelTools): Promise<Change> => {
  try {
    const server = await openServer(work, tools)
    const { room, events } = standingAs(remote)
    for (const event of events.toReversed()) {
      const place = `redact/${part(event)}/${part(transactionFor(work, 'redact', event, {}))}`
      await say(server, room, place, {}).catch((error: unknown) => {
        if (!saysNo(error, 'M_NOT_FOUND')) throw error
      })
    }
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await mannersOf(work), tools)
  }
}

const say = (server: Server, room: string, place: string, json: object) =>
  server.ask(sent, 'PUT', `client/v3/rooms/${part(room)}/${place}`, { json, writes: true })

/** The same change has the same transaction; the same words after others have not. */
const transactionFor = ({ standing }: Changing, what: string, event: string, json: object): string =>
  `posthorn-${createHash('sha256')
    .update(JSON.stringify([what, event, standing?.versions ?? 0, json]))
    .digest('hex')
    .slice(0, 24)}`
