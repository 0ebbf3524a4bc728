import type { GoogleWords, Reason } from '../google/failures.ts'

const TITLE: Reason = [
  'rejected-by-channel',
  'YouTube does not take this title.',
  'Give it another of at most 100 characters, without < and >.',
  'options',
]

/** What YouTube says of its own; see developers.google.com youtube/v3/docs/errors. */
export const YOUTUBE_WORDS: GoogleWords = {
  name: 'YouTube',
  api: 'YouTube Data API v3',
  reasons: {
    youtubeSignupRequired: [
      'rejected-by-channel',
      'This Google account has no YouTube channel.',
      'Make one on youtube.com, or connect the account that has it.',
    ],
    invalidTitle: TITLE,
    invalidVideoMetadata: TITLE,
    invalidDescription: [
      'rejected-by-channel',
      'YouTube does not take this description.',
      'Use at most 5000 bytes, without < and >.',
      'text',
    ],
    invalidTags: [
      'rejected-by-channel',
      'YouTube does not take these tags.',
      'Shorten them or leave some out.',
      'options',
    ],
    invalidCategoryId: [
      'rejected-by-channel',
      'YouTube has no such category in your country.',
      'Choose another, or leave it out.',
      'options',
    ],
    invalidPublishAt: [
      'rejected-by-channel',
      'YouTube does not take this time.',
      'Choose a time in the future.',
      'options',
    ],
    invalidFilename: [
      'media-unsupported',
      'YouTube cannot read this video.',
      'Save it as an MP4 and attach it again.',
      'media',
    ],
    mediaBodyRequired: ['media-unsupported', 'YouTube got no video.', 'Attach it again.', 'media'],
    forbiddenPrivacySetting: [
      'rejected-by-channel',
      'YouTube does not let this channel choose who sees a video in this way.',
      'Choose another under Who sees it.',
      'options',
    ],
    forbiddenLicenseSetting: [
      'rejected-by-channel',
      'YouTube does not let this channel choose this licence.',
      'Choose another.',
      'options',
    ],
    playlistNotFound: [
      'not-found',
      'There is no such playlist on this channel.',
      'Copy its id from its address, after list=.',
      'options',
    ],
    videoNotFound: ['not-found', 'The video is no longer on YouTube.', 'Duplicate the post to publish it again.'],
  },
}
