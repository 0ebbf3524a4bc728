import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import { failed } from '../../core/refusal.ts'
import type { Access } from '../channel.ts'
import { type Redact, redactor } from '../kit/redact.ts'
import { type Failing, type Manners, said } from '../kit/request-failures.ts'
import type { Answer } from '../kit/send-request.ts'
import type { WordPressSettings } from './settings.ts'
import { secretsOf } from './site.ts'

/** How the REST API says no. */
const refusal = z.object({
  code: z.string(),
  message: z.string().default(''),
  data: z
    .object({
      params: z.record(z.string(), z.string()).optional(),
      /** What was wrong with each parameter; 401: it was for somebody who is signed in. */
      details: z.record(z.string(), z.object({ data: z.object({ status: z.int() }).nullish() })).optional(),
    })
    .nullish(),
})
type Refusal = z.infer<typeof refusal>

type Reason = [code: FailureCode, message: Sentence, next: Sentence, field?: string]

export const mannersOf = (from: Pick<Access<WordPressSettings>, 'settings' | 'secret'>): Manners => {
  const redact = redactor(secretsOf(from))
  const { host } = new URL(from.settings.root ?? from.settings.site)
  return { name: 'WordPress', host, redact, judge: (answer) => judge(answer, host, redact), asked: true }
}

const judge = (answer: Answer, host: string, redact: Redact): Failing | null => {
  const { data } = refusal.safeParse(answer.body)
  const isStranger = Object.values(data?.data?.details ?? {}).some((detail) => detail.data?.status === 401)
  if (answer.status === 401 || isStranger) return signedOut(answer, host, redact)
  const reason = data ? reasonOf(data, answer.status, host, redact) : strangerOf(answer, host)
  if (reason) {
    const [code, message, next, field] = reason
    const about = { ...said(answer, redact), ...(field !== undefined && { field }) }
    return { kind: 'rejected', failure: failed(code, message, next, about) }
  }
  if (answer.status !== 503 || !/maintenance/i.test(answer.text)) return null
  // It says so before it looks at anything.
  const message: Sentence = `${host} is being updated.`
  const next: Sentence = 'Nothing to do: Posthorn tries again by itself.'
  return { kind: 'retry', failure: failed('unreachable', message, next, said(answer, redact)) }
}

const signedOut = (answer: Answer, host: string, redact: Redact): Failing => ({
  kind: 'signed-out',
  failure: failed(
    'signed-out',
    `${host} does not accept this user name with this application password.`,
    'Make a new one there under Users > Profile > Application Passwords, and connect again with it. If it still does not work, ask the host of the site to pass on the header Authorization.',
    said(answer, redact),
  ),
})

const ASK_FOR_ROLE = 'Ask who runs the site for the role of an author'
const TOO_LARGE: Reason = [
  'media-too-large',
  'A file is larger than this site takes.',
  'Attach a smaller one, or have the limit of uploads raised there.',
  'media',
]

const REASONS: Readonly<Record<string, Reason>> = {
  rest_cannot_publish: [
    'rejected-by-channel',
    'This user may write posts there, but not publish them.',
    `${ASK_FOR_ROLE}, or set the state of the post to "pending".`,
    'options',
  ],
  rest_cannot_assign_sticky: [
    'rejected-by-channel',
    'This user may not keep posts at the top there.',
    'Switch that off, or ask who runs the site for the role of an editor.',
    'options',
  ],
  rest_post_invalid_id: ['not-found', 'The post is no longer on the site.', 'Duplicate the post to publish it again.'],
  rest_upload_no_data: TOO_LARGE,
  // What is over the limit of a whole request, PHP throws away, and the site finds nothing in it.
  rest_upload_no_content_disposition: TOO_LARGE,
  rest_upload_file_too_big: TOO_LARGE,
  rest_upload_limited_space: [
    'media-too-large',
    'The site has no room left for files.',
    'Make room in its media library.',
    'media',
  ],
}

const reasonOf = ({ code, message, data }: Refusal, status: number, host: string, redact: Redact): Reason | null => {
  const words = redact(message.replace(/<[^>]*>/g, ' ').trim()).slice(0, 200)
  if (REASONS[code]) return REASONS[code]
  if (code.startsWith('rest_upload')) return uploadReason(words)
  if (code === 'rest_no_route') return noApi(host)
  if (status === 413) return TOO_LARGE
  if (status === 403) {
    const what: Sentence = `${host} does not let this user do that: ${words}`
    return ['rejected-by-channel', what, `${ASK_FOR_ROLE} or an editor.`]
  }
  if (status === 404 || status === 410) return ['not-found', `${host} does not have it: ${words}`, 'Look there.']
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return null
  const details = Object.values(data?.params ?? {}).join(' ')
  const complaint = redact([words, details].filter((part) => part !== '').join(' ')).slice(0, 300)
  return ['rejected-by-channel', `${host} refused it: ${complaint}`, 'Change what it complains about and retry.']
}

/** Sites call every trouble with a file an unknown one; what it is stands in the words. */
const uploadReason = (words: string): Reason => {
  if (/exceed|too (big|large)|upload_max_filesize|MAX_FILE_SIZE/i.test(words)) return TOO_LARGE
  if (/type|image|not permitted/i.test(words)) {
    const next: Sentence = 'Save it as a JPEG, PNG or MP4 and attach it again.'
    return ['media-unsupported', `The site refused a file: ${words}`, next, 'media']
  }
  return ['rejected-by-channel', `The site could not keep a file: ${words}`, 'Upload one there by hand to see why.']
}

const noApi = (host: string): Reason => [
  'channel-error',
  `${host} has no REST API of WordPress there any more, or it is switched off.`,
  'Look for a plugin that switches it off; if the site has moved, connect it again.',
]

/** What is not WordPress's own words. */
const strangerOf = ({ status, text }: Answer, host: string): Reason | null => {
  if (status === 413) return TOO_LARGE
  if (status === 404) return noApi(host)
  if (status !== 403 || text === '') return null
  return [
    'rejected-by-channel',
    `Something in front of ${host} refused it: a firewall, or a plugin for security.`,
    'Ask who runs the site to let programs with an application password through.',
  ]
}
