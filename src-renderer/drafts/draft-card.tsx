import { Trash2 } from 'lucide-react'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { PickBox } from '../queue/bulk/pick-box.tsx'
import { stateName } from '../queue/item/item-words.ts'
import { MarkedText } from '../queue/marked-text.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { MediaPicture } from '../shell/media-picture.tsx'
import { writeRoute } from '../shell/route.ts'
import { formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TagRow } from '../ui/tag-row.tsx'
import { say } from '../words/say.ts'
import { draftText } from './draft-row.ts'

type DraftCardProps = {
  post: Post
  search: string
  picked: boolean
  /** Whether any draft is picked. */
  any: boolean
  onFocus: () => void
  /** `toHere`: all from the one picked before. */
  onPick: (toHere: boolean) => void
  onDelete: () => void
}

/** One draft: its first words, where it is to go, and when it was changed. */
export const DraftCard = ({ post, search, picked, any, onFocus, onPick, onDelete }: DraftCardProps) => {
  const { accounts, route } = useDesk()
  const now = useNow(60_000)
  const text = draftText(post)
  const [picture] = post.media
  const to = { room: 'compose', postId: post.id } as const
  return (
    <li className="draft-card" data-picked={picked || undefined}>
      {picture !== undefined && (
        <span className="draft-picture">
          <MediaPicture mediaId={picture.mediaId} alt="" />
        </span>
      )}
      <PickBox label={say('queue.pick', { text: text.slice(0, 60) })} on={picked} any={any} onPick={onPick} />
      <a
        className="draft-link"
        data-draft={post.id}
        href={writeRoute(to)}
        aria-label={say('drafts.edit', { text: text.slice(0, 120) })}
        onFocus={onFocus}
        onClick={(event) => {
          event.preventDefault()
          if (event.metaKey || event.ctrlKey || event.shiftKey) onPick(event.shiftKey)
          else route.go(to)
        }}
      >
        <span className="draft-text" dir="auto">
          <MarkedText text={text} search={search} />
        </span>
      </a>
      <TagRow tags={post.tags} />
      <p className="draft-foot">
        <span className="draft-who">
          {post.items.map((item) => {
            const account = accounts.account(item.accountId)
            if (account === undefined) return null
            return (
              <Avatar
                key={item.id}
                name={account.name}
                accountId={account.id}
                mark={accounts.markOf(account.id, account.channel)}
                size="small"
              />
            )
          })}
        </span>
        {post.status === 'cancelled' && <Chip tone="grey">{stateName('cancelled')}</Chip>}
        <span>
          {say('drafts.changed', { ago: formatRelative(Math.min(Date.parse(post.updatedAt), now - 1000), now) })}
        </span>
        <IconButton
          size="small"
          label={say('drafts.delete')}
          about={text.slice(0, 60)}
          icon={<Trash2 size="0.9375rem" />}
          onPress={onDelete}
        />
      </p>
    </li>
  )
}
