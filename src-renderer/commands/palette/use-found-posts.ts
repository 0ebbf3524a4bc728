import { useEffect, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import { useDesk } from '../../shell/desk-context.ts'

/** A pause in typing of this long searches, in milliseconds. */
const PAUSE = 70
const MOST = 8
/** A single letter means every post. */
const LEAST = 2

type Found = { for: string; posts: readonly Post[]; failure: Failure | null }

const NONE: Found = { for: '', posts: [], failure: null }

/** Whether the post still belongs to what was typed since. */
const holds = (post: Post, text: string): boolean => {
  const own = [post.text, ...post.tags].join(' ').toLocaleLowerCase()
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => own.includes(word))
}

/** Posts with these words, searched as one types; an answer that was overtaken is dropped. */
export const useFoundPosts = (typed: string) => {
  const { link } = useDesk()
  const text = typed.trim()
  const [found, setFound] = useState(NONE)
  useEffect(() => {
    if (text.length < LEAST) return
    let overtaken = false
    const find = async (): Promise<void> => {
      const reply = await link.bridge.call('posts.list', { search: text, limit: MOST, order: 'changed' })
      if (overtaken) return
      setFound(
        reply.ok
          ? { for: text, posts: reply.value.entries, failure: null }
          : { for: text, posts: [], failure: reply.failure },
      )
    }
    const timer = setTimeout(() => void find(), PAUSE)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [link, text])
  if (text.length < LEAST) return { posts: [], failure: null, searching: false }
  const settled = found.for === text
  // Until the answer is there, those of the last one that fit still stand: nothing flickers, and nothing wrong is opened.
  const posts = settled ? found.posts : found.posts.filter((post) => holds(post, text))
  return { posts, failure: settled ? found.failure : null, searching: !settled }
}
