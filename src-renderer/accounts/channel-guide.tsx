import { ExternalLink } from 'lucide-react'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { Copyable } from '../shell/copyable.tsx'
import { say } from '../words/say.ts'

type ChannelGuideProps = {
  channel: ChannelDescriptor
  /** Shown as soon as it is there; else on request. */ open: boolean
}

/** How to get what a channel asks for, step by step, and the address that a developer app must know. */
export const ChannelGuide = ({ channel, open }: ChannelGuideProps) => {
  const { guide, redirect, name } = channel
  if (guide.length === 0 && redirect === null) return null
  return (
    <details className="guide" open={open}>
      <summary>{say('accounts.guide', { channel: name })}</summary>
      <ol>
        {guide.map(({ text, url }) => (
          <li key={text}>
            {text}
            {url !== null && (
              <>
                {' '}
                <a href={url} target="_blank" rel="noreferrer">
                  {new URL(url).host}
                  <ExternalLink size="0.75rem" aria-label={say('accounts.opens-browser')} />
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
      {redirect !== null && (
        <div className="guide-redirect">
          <p>{say('accounts.redirect')}</p>
          <Copyable text={redirect} what={say('accounts.what-redirect')} />
        </div>
      )}
    </details>
  )
}
