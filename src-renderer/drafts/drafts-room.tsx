import { FileText, SearchX, Trash2 } from 'lucide-react'
import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { useDesk } from '../shell/desk-context.ts'
import { FilterButton } from '../filter/filter-button.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { FilterFields } from '../filter/filter-fields.tsx'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { MediaPicture } from '../shell/media-picture.tsx'
import { useTitle } from '../shell/use-title.ts'
import { writeRoute } from '../shell/route.ts'
import { formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { TagRow } from '../ui/tag-row.tsx'
import { useDraftsFilter } from './use-drafts-filter.ts'
import './drafts.css'

/** What is only written so far. */
export const DraftsRoom = () => {
  const { drafts, writeNew } = useDesk()
  const [filter, onFilter] = useDraftsFilter()
  const { posts, cursor, phase, failure } = useStore(drafts.state)
  const onSearch = useCallback((search: string) => onFilter({ search }), [onFilter])
  const narrowed = countNarrowed(filter)
  useTitle('Drafts')
  return (
    <>
      <header className="room-head">
        <h1>Drafts</h1>
        <SearchBox label="Search drafts" search={filter.search} onSearch={onSearch} />
        <FilterButton count={narrowed} onClear={() => onFilter({ ...WIDE, search: filter.search })}>
          <FilterFields narrowing={filter} onChange={onFilter} external={false} />
        </FilterButton>
      </header>
      <FilterChips narrowing={filter} onChange={onFilter} />
      <div className="room-body">
        {failure !== null && (
          <FailureNote failure={failure}>
            <Button size="small" onPress={() => void drafts.reload()}>
              Try again
            </Button>
          </FailureNote>
        )}
        {phase === 'first' && <RowsSkeleton rows={3} />}
        {phase !== 'first' && failure === null && posts.length === 0 && (
          <NoDrafts filtered={filter.search !== '' || narrowed > 0} onClear={() => onFilter(WIDE)} onWrite={writeNew} />
        )}
        <ul className="drafts" aria-label="Drafts">
          {posts.map((post) => (
            <DraftCard key={post.id} post={post} />
          ))}
        </ul>
        {cursor !== null && (
          <Button isPending={phase === 'more'} onPress={() => void drafts.more()}>
            Show more
          </Button>
        )}
      </div>
    </>
  )
}

type NoDraftsProps = { filtered: boolean; onClear: () => void; onWrite: () => void }

const NoDrafts = ({ filtered, onClear, onWrite }: NoDraftsProps) =>
  !filtered ? (
    <EmptyState
      icon={<FileText size="1.625rem" />}
      title="No drafts"
      actions={
        <Button look="primary" onPress={onWrite}>
          Write a post
        </Button>
      }
    >
      <p>What you write is saved here as you type, until you publish or schedule it.</p>
    </EmptyState>
  ) : (
    <EmptyState
      icon={<SearchX size="1.625rem" />}
      title="Nothing matches"
      actions={<Button onPress={onClear}>Show everything</Button>}
    >
      <p>No draft has all that you look for.</p>
    </EmptyState>
  )

const DraftCard = ({ post }: { post: Post }) => {
  const { accounts, route, link, settle, toasts } = useDesk()
  const now = useNow(60_000)
  const text = post.text.trim() || post.items.map((item) => item.override.text?.trim()).find(Boolean) || 'No text'
  const [picture] = post.media
  const to = { room: 'compose', postId: post.id } as const

  const remove = async (): Promise<void> => {
    const { bridge } = link
    if (!settle(await bridge.call('posts.delete', { postId: post.id }))) return
    const restore = async (): Promise<void> => void settle(await bridge.call('posts.restore', { postId: post.id }))
    toasts.tell('Draft deleted.', [{ label: 'Undo', run: () => void restore() }])
  }

  return (
    <li className="draft-card">
      {picture !== undefined && (
        <span className="draft-picture">
          <MediaPicture mediaId={picture.mediaId} alt="" />
        </span>
      )}
      <a
        className="draft-link"
        href={writeRoute(to)}
        aria-label={`Edit draft: ${text.slice(0, 120)}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          route.go(to)
        }}
      >
        <span className="draft-text" dir="auto">
          {text}
        </span>
      </a>
      <TagRow tags={post.tags} />
      <p className="draft-foot">
        <span className="draft-who">
          {post.items.map((item) => {
            const account = accounts.account(item.accountId)
            if (account === undefined) return null
            return (
              <Avatar key={item.id} name={account.name} mark={accounts.channel(account.channel)?.mark} size="small" />
            )
          })}
        </span>
        <span>Changed {formatRelative(Math.min(Date.parse(post.updatedAt), now - 1000), now)}</span>
        <IconButton
          size="small"
          label="Delete draft"
          icon={<Trash2 size="0.9375rem" />}
          onPress={() => void remove()}
        />
      </p>
    </li>
  )
}
