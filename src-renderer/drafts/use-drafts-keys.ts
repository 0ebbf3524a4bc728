import { type RefObject, useState } from 'react'
import type { Post } from '../../src-preload/contract/model/post.ts'
import { useCommand } from '../commands/use-command.ts'
import { useDesk } from '../shell/desk-context.ts'
import type { BulkRow } from '../queue/bulk/bulk-action.ts'
import type { Picks } from '../queue/bulk/picks.ts'

type DraftsKeysProps = {
  list: RefObject<HTMLElement | null>
  posts: readonly Post[]
  rows: readonly BulkRow[]
  picks: Picks<BulkRow>
  onPick: (rows: readonly BulkRow[]) => void
  onDelete: (post: Post) => void
}

/** What keys do among the drafts; returns the one that they are about, and how to make another that. */
export const useDraftsKeys = ({ list, posts, rows, picks, onPick, onDelete }: DraftsKeysProps) => {
  const { route } = useDesk()
  const [activeId, setActiveId] = useState<string | null>(null)
  const active = posts.find((post) => post.id === activeId) ?? null
  const rowOf = (post: Post | undefined): BulkRow | undefined => rows.find((row) => row.id === post?.id)

  const nextOf = (step: 1 | -1): Post | undefined => {
    const from = posts.findIndex((post) => post.id === active?.id)
    return posts[from === -1 ? 0 : Math.max(0, Math.min(posts.length - 1, from + step))]
  }
  const focus = (post: Post): void => {
    setActiveId(post.id)
    list.current?.querySelector<HTMLElement>(`[data-draft="${post.id}"]`)?.focus()
  }
  const walk = (step: 1 | -1): void => {
    const to = nextOf(step)
    if (to !== undefined) focus(to)
  }
  const pickOn = (step: 1 | -1): void => {
    const [from, to] = [rowOf(active ?? undefined), nextOf(step)]
    const row = rowOf(to)
    if (to === undefined || row === undefined) return
    if (from !== undefined && !picks.rows.has(from.id)) picks.toggle(from)
    if (row.id !== from?.id) picks.toggle(row, from !== undefined)
    focus(to)
  }
  const toggle = (): void => {
    const row = rowOf(active ?? undefined)
    if (row !== undefined) picks.toggle(row)
  }

  const any = posts.length > 0
  useCommand('queue.next', () => walk(1), any)
  useCommand('queue.previous', () => walk(-1), any)
  useCommand('queue.edit', () => active && route.go({ room: 'compose', postId: active.id }), active !== null)
  useCommand('queue.delete', () => active && onDelete(active), active !== null && picks.rows.size === 0)
  useCommand('queue.pick', toggle, active !== null)
  useCommand('queue.pick-next', () => pickOn(1), any)
  useCommand('queue.pick-previous', () => pickOn(-1), any)
  useCommand('queue.pick-all', () => onPick(rows), any)
  return { activeId, setActiveId }
}
