import type { Problem } from '../../src-preload/contract/model/post.ts'
import type { Channel, ChannelTools, Draft } from './channel.ts'
import { error, warning } from './check/problem.ts'
import { readByRules } from './check/find-ranges.ts'
import { defineChannel } from './kit/define-channel.ts'
import { edit, unpublish } from './matrix/change.ts'
import { connect } from './matrix/connect.ts'
import { makeMarker } from './matrix/marker.ts'
import { findMentions } from './matrix/mentions.ts'
import { relationOf, textOf } from './matrix/messages.ts'
import { lookup, publish } from './matrix/publish.ts'
import { readBack } from './matrix/read-back.ts'
import { matrixForm, type MatrixSettings, matrixSettings } from './matrix/settings.ts'
import { MATRIX, MATRIX_CONTENT_BYTES } from './rules/matrix.ts'
import type { NetworkRules } from './rules/network-rules.ts'

/** A Matrix room, by an account that is in it. Rooms with encryption are refused: Posthorn holds no keys. */
export const createMatrix = (tools: ChannelTools): Channel =>
  defineChannel<MatrixSettings>({
    rules: MATRIX,
    group: 'open',
    rulesFor,
    summary: 'Messages with pictures, videos and files to a Matrix room that is not encrypted.',
    guide: [
      {
        text: 'Make an account for what Posthorn says, or take your own, and join the room with it.',
        url: 'https://matrix.org/ecosystem/clients/',
      },
      {
        text: 'In Element, open Settings > Help & About > Advanced, and copy the access token. Do not sign out there: that ends it.',
        url: 'https://app.element.io/#/settings',
      },
      {
        text: 'Where the server lets you in by password, that does as well: Posthorn keeps a session of its own.',
        url: null,
      },
    ],
    secret: { title: 'Access token or password', description: 'As you chose above.' },
    reading: readByRules(MATRIX),
    judge,
    form: matrixForm,
    settings: matrixSettings,
    connect: (access) => connect(access, tools),
    plan: () => makeMarker(tools),
    publish: (work) => publish(work, tools, rulesFor(work.settings)),
    lookup: (work) => lookup(work, tools),
    edit: (work, remote) => edit(work, remote, tools),
    unpublish: (work, remote) => unpublish(work, remote, tools),
    readBack: (access, since) => readBack(access, since, tools),
    mentions: (access, typed) => findMentions(access, typed, tools),
  })

/** What the server says of the size of files wins. */
const rulesFor = ({ uploadBytes: maxBytes }: MatrixSettings): NetworkRules => {
  const { images, videos, documents } = MATRIX
  if (maxBytes === undefined || !images || !videos || !documents) return MATRIX
  return {
    ...MATRIX,
    images: { ...images, maxBytes, moving: { maxBytes } },
    videos: { ...videos, maxBytes },
    documents: { ...documents, maxBytes },
  }
}

const judge = (draft: Draft): Problem[] => [
  ...(Buffer.byteLength(draft.text) <= MATRIX_CONTENT_BYTES && bytesOf(draft) > MATRIX_CONTENT_BYTES
    ? [error('text-too-long', 'The text is too long for Matrix once it is written out.', 'Shorten it.', 'text')]
    : []),
  ...(draft.media.length > 0 && draft.options['notice'] === true
    ? [warning('option-unused', 'Files are no notices.', 'Nothing to do if that is fine.', 'options')]
    : []),
]

/** Marks, and what must be written out, count as well. */
const bytesOf = (draft: Draft): number => Buffer.byteLength(JSON.stringify({ ...textOf(draft), ...relationOf(draft) }))
