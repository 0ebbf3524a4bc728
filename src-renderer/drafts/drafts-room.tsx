import { FileText, SearchX } from 'lucide-react'
import { useCallback, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { RoomSearch } from '../commands/room-search.tsx'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { useDesk } from '../shell/desk-context.ts'
import { FilterButton } from '../filter/filter-button.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { FilterFields } from '../filter/filter-fields.tsx'
import { FoundTold } from '../filter/found-told.tsx'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { usePicking } from '../queue/bulk/picks.ts'
import { deletePost } from '../queue/way-back.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { DraftCard } from './draft-card.tsx'
import { draftRow } from './draft-row.ts'
import { DraftsBulk } from './drafts-bulk.tsx'
import { useDraftsFilter } from './use-drafts-filter.ts'
import { useDraftsKeys } from './use-drafts-keys.ts'
import './drafts.css'

/** What is only written so far. */
export const DraftsRoom = () => {
  const { drafts, writeNew } = useDesk()
  const [filter, onFilter] = useDraftsFilter()
  const { posts, cursor, phase, failure } = useStore(drafts.state)
  const onSearch = useCallback((search: string) => onFilter({ search }), [onFilter])
  const narrowed = countNarrowed(filter)
  const looked = filter.search !== '' || narrowed > 0
  useTitle(say('drafts.title'))
  return (
    <>
      <header className="room-head">
        <h1>{say('drafts.title')}</h1>
        <RoomSearch label={say('drafts.search')} search={filter.search} onSearch={onSearch} />
        <FilterButton count={narrowed} onClear={() => onFilter({ ...WIDE, search: filter.search })}>
          <FilterFields narrowing={filter} onChange={onFilter} external={false} />
        </FilterButton>
      </header>
      <FilterChips narrowing={filter} onChange={onFilter} />
      <FoundTold found={looked && phase !== 'first' && failure === null} count={posts.length} more={cursor !== null} />
      <div className="room-body">
        {failure !== null && (
          <FailureNote failure={failure}>
            <Button size="small" onPress={() => void drafts.reload()}>
              {say('common.try-again')}
            </Button>
          </FailureNote>
        )}
        {phase === 'first' && posts.length === 0 && <RowsSkeleton rows={3} />}
        {phase !== 'first' && failure === null && posts.length === 0 && (
          <NoDrafts
            search={filter.search}
            filtered={looked}
            onClear={() => onFilter(WIDE)}
            onWrite={() => writeNew()}
          />
        )}
        <DraftList posts={posts} search={filter.search} />
        {cursor !== null && (
          <Button isPending={phase === 'more'} onPress={() => void drafts.more()}>
            {say('drafts.show-more')}
          </Button>
        )}
      </div>
    </>
  )
}

const DraftList = ({ posts, search }: { posts: readonly Post[]; search: string }) => {
  const { accounts, link, past, toasts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const list = useRef<HTMLUListElement>(null)
  const rows = useMemo(
    () => posts.map((post) => draftRow(post, (id) => known.find((account) => account.id === id))),
    [posts, known],
  )
  const { picked, picks, pick } = usePicking(rows)
  const remove = async (post: Post): Promise<void> => {
    const done = await deletePost(link.bridge, post.id)
    if (done.ok) past.did({ says: say('drafts.deleted'), ...done.way })
    else toasts.fail(done.failure)
  }
  const { setActiveId } = useDraftsKeys({
    list,
    posts,
    rows,
    picks,
    onPick: pick,
    onDelete: (post) => void remove(post),
  })
  return (
    <>
      <DraftsBulk picked={picked} loaded={rows.length} onPick={pick} onAll={() => pick(rows)} />
      <ul className="drafts" aria-label={say('drafts.title')} ref={list}>
        {posts.map((post, index) => (
          <DraftCard
            key={post.id}
            post={post}
            search={search}
            picked={picks.rows.has(post.id)}
            any={picked.length > 0}
            onFocus={() => setActiveId(post.id)}
            onPick={(toHere) => {
              const row = rows[index]
              if (row !== undefined) picks.toggle(row, toHere)
            }}
            onDelete={() => void remove(post)}
          />
        ))}
      </ul>
    </>
  )
}

type NoDraftsProps = { search: string; filtered: boolean; onClear: () => void; onWrite: () => void }

const NoDrafts = ({ search, filtered, onClear, onWrite }: NoDraftsProps) =>
  !filtered ? (
    <EmptyState
      icon={<FileText size="1.625rem" />}
      title={say('drafts.none')}
      actions={
        <Button look="primary" onPress={onWrite}>
          {say('queue.write')}
        </Button>
      }
    >
      <p>{say('drafts.none-help')}</p>
    </EmptyState>
  ) : (
    <EmptyState
      icon={<SearchX size="1.625rem" />}
      title={search === '' ? say('queue.nothing-matches') : say('queue.nothing-found', { search })}
      actions={<Button onPress={onClear}>{say('queue.show-everything')}</Button>}
    >
      <p>{say('drafts.nothing-help')}</p>
    </EmptyState>
  )
