import { z } from 'zod'
import type { Access } from '../channel.ts'
import type { OpenFile } from '../check/open-media.ts'
import { NoSecret } from '../kit/request-failures.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import type { TelegramSettings } from './settings.ts'

/** What a method is told, by the maker's names; what is undefined is left out. */
export type Parameters = Record<string, string | number | boolean | object | undefined>

export type Call = {
  writes?: true
  /** Files by the names under which they are sent. */ files?: ReadonlyMap<string, OpenFile>
}

/** The Bot API as one bot speaks to it. Throws `RequestFailed` for whatever is not the result that was asked for. */
export type Bot = {
  call<T>(method: string, result: z.ZodType<T>, parameters?: Parameters, call?: Call): Promise<T>
  /** Where a file is fetched. The token stands in it: it must neither be kept nor shown. */
  fileAddress(path: string): string
}

const TOKEN = /^\d+:[\w-]{20,}$/

/** The parts of a token that must not be seen; the number before the colon is the bot's public id. */
export const secretsIn = (token: string | null): string[] => {
  const typed = token?.trim() ?? ''
  return [typed, ...typed.split(':').slice(1)]
}

export const openBot = ({ settings, secret, signal }: Access<TelegramSettings>): Bot => {
  const token = secret?.trim() ?? ''
  if (!TOKEN.test(token)) {
    throw new NoSecret('This is not the token of a bot.', 'Copy the token that @BotFather gave you, all of it.')
  }
  const base = new URL(settings.server)
  const folder = base.pathname.replace(/\/+$/, '')
  return {
    fileAddress: (path) => new URL(`${folder}/file/bot${token}/${path}`, base).href,
    call: async (method, result, parameters = {}, { writes, files } = {}) => {
      const url = new URL(`${folder}/bot${token}/${method}`, base)
      const answer = await sendRequest(url, {
        method: 'POST',
        ...(files ? { form: formOf(parameters, files) } : { json: parameters }),
        ...(writes && { writes }),
        signal,
      })
      const succeeded = answer.status >= 200 && answer.status < 300
      const read = z.object({ ok: z.literal(true), result }).safeParse(answer.body)
      if (!succeeded || !read.success) throw new RequestFailed(answer, writes ?? false)
      return read.data.result
    },
  }
}

/** In a form all that is no text is written as JSON. */
const formOf = (parameters: Parameters, files: ReadonlyMap<string, OpenFile>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const [name, { blob, name: file }] of files) form.append(name, blob, file)
  return form
}
