import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { FailureCode } from '../../../src-preload/contract/failure.ts'
import type { GraphError } from './graph-error.ts'

/** Why a post is refused, in plain words. */
export type Reason = readonly [code: FailureCode, message: Sentence, next: Sentence, field?: string]

const CHOOSE_FILE = 'Save it as the page of what each channel allows says, and attach it again.'
const LOOK_AT_ACCOUNT = 'Open the app of the network, do what it asks there, then retry.'

/** By subcode, which is exact (developers.facebook.com instagram-platform error-codes); `later`: a full quota. */
const BY_SUBCODE: Readonly<Record<number, Reason | 'later'>> = {
  1390008: 'later',
  2207004: ['media-too-large', 'An image is too large: 8 MB at most.', 'Attach a smaller one.', 'media'],
  2207005: ['media-unsupported', 'The kind of an image is not supported.', CHOOSE_FILE, 'media'],
  2207009: ['media-unsupported', 'The shape of an image is not supported: 4:5 to 1.91:1.', CHOOSE_FILE, 'media'],
  2207010: ['text-too-long', 'The text is too long.', 'Shorten it.', 'text'],
  2207023: ['media-unsupported', 'The kind of a file is not supported.', CHOOSE_FILE, 'media'],
  2207026: ['media-unsupported', 'The kind of the video is not supported.', CHOOSE_FILE, 'media'],
  2207028: ['rejected-by-channel', 'It has too many or too few files.', 'Attach 2 to 10 of them.', 'media'],
  2207040: ['rejected-by-channel', 'It mentions too many accounts.', 'Take some of them out.', 'text'],
  2207042: 'later',
  2207050: ['rejected-by-channel', 'The account is restricted, or has to be confirmed.', LOOK_AT_ACCOUNT],
  2207051: ['rejected-by-channel', 'The network takes it for spam.', 'Wait for a while, or write it in other words.'],
  2207057: [
    'rejected-by-channel',
    'The cover is to be taken from beyond the end of the video.',
    'Choose another moment.',
    'options',
  ],
}

const FETCH =
  'Look whether the media relay (Settings > Media relay) makes files public: the address must open in a private window of your browser.'

/** What a refusal means; `later`: too much for now; null: nothing that is known by its codes. */
export const reasonOf = (
  { code, error_subcode: subcode, message }: GraphError,
  name: string,
): Reason | 'later' | null => {
  const exact = BY_SUBCODE[subcode ?? 0]
  if (exact) return exact
  if (code === 9004 || subcode === 2207052)
    return ['rejected-by-channel', `${name} could not fetch a file from where it was put.`, FETCH, 'media']
  if (code === 10 || code === 3 || (code >= 200 && code < 300)) {
    const next: Sentence =
      'Connect the account again and agree to all that is asked; you must be allowed to publish there.'
    return ['rejected-by-channel', `The sign-in does not allow this at ${name}.`, next]
  }
  if (code === 368)
    return ['rejected-by-channel', `${name} has blocked this account from doing it for a while.`, LOOK_AT_ACCOUNT]
  if (code === 506)
    return [
      'rejected-by-channel',
      `${name} refuses it: the post before it says the same.`,
      'Look there whether it stands already, or change the text.',
      'text',
    ]
  if ((code === 100 && subcode === 33) || code === 803)
    return [
      'not-found',
      `It is not at ${name}, or no longer for this account to see.`,
      'Look there, and connect the account again if it is there.',
    ]
  if (/LINK_LIMIT_EXCEEDED/.test(message))
    return [
      'rejected-by-channel',
      `${name} takes at most 5 different links in a post.`,
      'Take some of them out.',
      'text',
    ]
  if (code === 1_609_005 || code === 1_500)
    return [
      'rejected-by-channel',
      `${name} cannot read the page that the link leads to.`,
      'Check the link, or leave it out.',
      'text',
    ]
  return null
}
