import { linked, type NetworkRules, words } from './network-rules.ts'

/** What is longer is cut off. */
export const SLACK_TEXT_MAX = 40_000

/** A channel's incoming webhook. */
export const SLACK: NetworkRules = {
  key: 'slack',
  name: 'Slack',
  mark: { letters: 'Sl', colour: '#4a154b', glyph: null },
  look: { as: 'message', several: 'grid' },
  read: '2026-11-22',
  sources: [
    'api.slack.com changelog 2016-05-17 errors for incoming webhooks, 2018-04 truncating really long messages',
    'slackhq/slack-api-docs page_rate_limits.md',
  ],
  text: [{ max: SLACK_TEXT_MAX, counting: 'utf16' }],
  title: null,
  images: null,
  videos: null,
  altMax: null,
  content: [words],
  types: { POST: [words], TEXT: [words], LINK: [linked] },
  thread: false,
  edits: null,
  unpublish: false,
  rates: [{ posts: 1, seconds: 1 }],
  destinations: null,
  options: {},
  emphasis: ['bold', 'italic', 'strike', 'code', 'link'],
}
