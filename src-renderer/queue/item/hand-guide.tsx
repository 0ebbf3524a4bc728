import { Check, Copy, ExternalLink, FolderOpen, Hand } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { Copyable } from '../../shell/copyable.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { useCopy } from '../../shell/use-copy.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { say, sayRich } from '../../words/say.ts'
import { ActionButton } from './action-button.tsx'
import { readParts, siteOf } from './by-hand.ts'
import { sayFailure } from '../../words/say-failure.ts'
import './hand-guide.css'

type HandGuideProps = { story: ItemStory; onLeave: () => void }

/** The way of a post that the person puts up: copy, open, attach, and say that it stands. */
export const HandGuide = ({ story, onLeave }: HandGuideProps) => {
  const { accounts } = useDesk()
  const account = useStore(accounts.state, () => accounts.account(story.accountId))
  const site = siteOf(account)
  const folder = story.failure?.detail ?? ''
  return (
    <section className="hand" aria-label={say('item.your-turn')}>
      <p className="hand-why">
        <Hand size="1.125rem" aria-hidden="true" />
        <span>{say('item.hand-why', { why: story.failure === null ? '' : sayFailure(story.failure).message })}</span>
      </p>
      <ol className="hand-steps">
        <li>
          <TextStep story={story} />
        </li>
        {site !== null && (
          <li>
            <a className="button button-plain button-normal" href={site} target="_blank" rel="noreferrer">
              <ExternalLink size="0.9375rem" aria-hidden="true" />
              {say('item.open-page')}
            </a>
          </li>
        )}
        {folder !== '' && (
          <li>
            <FilesStep itemId={story.id} folder={folder} files={story.mediaIds.length} />
          </li>
        )}
        <li className="hand-end">
          <ActionButton action="posted" row={story} size="normal" look="primary" />
          <ActionButton action="post-later" row={story} size="normal" />
          <Button look="quiet" onPress={onLeave}>
            {say('item.hand-not-yet')}
          </Button>
        </li>
      </ol>
    </section>
  )
}

const TextStep = ({ story }: { story: ItemStory }) => {
  const { link } = useDesk()
  const copy = useCopy()
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set())
  const { postId, accountId, override, text } = story
  useEffect(() => {
    const read = async (): Promise<void> => {
      const reply = await readParts(link.bridge, { postId, accountId, override })
      // Without an answer the text as it was written is the best there is.
      setParts(reply.ok && reply.value.length > 0 ? reply.value : [text])
    }
    void read()
  }, [link, postId, accountId, override, text])
  if (parts === null) return null
  return parts.map((part, index) => {
    const name =
      parts.length === 1 ? say('item.copy-text') : say('item.copy-part', { number: index + 1, count: parts.length })
    const take = async (): Promise<void> => {
      if (await copy(part, say('item.the-text'))) setCopied((before) => new Set(before).add(index))
    }
    return (
      <div key={name} className="hand-part">
        <Button
          icon={
            copied.has(index) ? (
              <Check size="0.9375rem" aria-hidden="true" />
            ) : (
              <Copy size="0.9375rem" aria-hidden="true" />
            )
          }
          onPress={() => void take()}
        >
          {name}
        </Button>
        {parts.length > 1 && (
          <span className="hand-excerpt faint" dir="auto">
            {part}
          </span>
        )}
      </div>
    )
  })
}

type FilesStepProps = { itemId: string; folder: string; files: number }

/** On the desktop the folder opens; elsewhere it is told where it is. */
const FilesStep = ({ itemId, folder, files }: FilesStepProps) => {
  const { link } = useDesk()
  const { desktop } = link.bridge
  const [failure, setFailure] = useState<Parameters<typeof FailureNote>[0]['failure'] | null>(null)
  const where = (
    <p className="faint">
      {sayRich(files === 0 ? 'item.text-lies' : 'item.files-lie', {
        folder: <Copyable key="folder" text={folder} what={say('item.path')} />,
      })}
    </p>
  )
  if (desktop === null) return where
  return (
    <>
      <Button
        icon={<FolderOpen size="0.9375rem" aria-hidden="true" />}
        onPress={() => void desktop.showFolder(itemId).then(setFailure)}
      >
        {say('item.show-files')}
      </Button>
      {where}
      {failure !== null && <FailureNote failure={failure} />}
    </>
  )
}
