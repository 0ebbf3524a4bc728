import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { findEmoji } from '../emoji/emoji-data.ts'
import { useEmoji } from '../emoji/use-emoji.ts'
import { matchTemplates } from '../templates/match-templates.ts'
import { type KnownHashtag, knownHashtags, matchHashtags } from './known-hashtags.ts'
import type { Offer } from './offer.ts'
import type { TypedWord } from './typed-word.ts'

/** So many of a kind are offered at once. */
const MOST = 8
/** So many posts are looked through for hashtags: the latest ones say best what is used. */
const LOOKED_AT = 200

/** What is offered out of what is known here: hashtags of earlier posts, emoji, templates. */
export const useKnownOffers = (typed: TypedWord | null): readonly Offer[] => {
  const { templates } = useDesk()
  const kept = useStore(templates.state, (s) => s.entries)
  const hashtags = useHashtags(typed?.kind === 'tag')
  const emoji = useEmoji(typed?.kind === 'emoji')
  switch (typed?.kind) {
    case 'tag':
      return matchHashtags(hashtags ?? [], typed.name)
        .slice(0, MOST)
        .map(tagOffer)
    case 'emoji':
      return findEmoji(emoji ?? [], typed.name, MOST).map(({ sign, name }) => ({
        ...plain(sign, sign),
        name,
        insert: sign,
      }))
    case 'template':
      return matchTemplates(kept, typed.name)
        .slice(0, MOST)
        .map(({ id, kind, name, text }) => ({
          ...plain(id, kind === 'hashtags' ? '#' : '¶'),
          name,
          detail: text.replaceAll(/\s+/g, ' ').slice(0, 80),
          insert: text,
          gap: false,
        }))
    case 'mention':
    case undefined:
      return []
  }
}

const plain = (key: string, sign: string) => ({
  key,
  face: { kind: 'sign' as const, sign },
  detail: '',
  where: '',
  gap: true,
})

const tagOffer = ({ tag, posts }: KnownHashtag): Offer => ({
  ...plain(tag, '#'),
  name: `#${tag}`,
  where: say('composer.posts-with-tag', { count: posts }),
  insert: `#${tag}`,
})

/** Read when the first hashtag is typed; null until then. */
const useHashtags = (wanted: boolean): readonly KnownHashtag[] | null => {
  const { link } = useDesk()
  const [known, setKnown] = useState<readonly KnownHashtag[] | null>(null)
  useEffect(() => {
    if (!wanted || known !== null) return undefined
    let gone = false
    const read = async (): Promise<void> => {
      const reply = await link.bridge.call('posts.list', { limit: LOOKED_AT })
      if (!gone) setKnown(reply.ok ? knownHashtags(reply.value.entries) : [])
    }
    void read()
    return () => {
      gone = true
    }
  }, [link, wanted, known])
  return known
}
