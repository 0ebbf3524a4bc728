import { ExternalLink } from 'lucide-react'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { Copyable } from '../shell/copyable.tsx'

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
      <summary>How to get what {name} asks for</summary>
      <ol>
        {guide.map(({ text, url }) => (
          <li key={text}>
            {text}
            {url !== null && (
              <>
                {' '}
                <a href={url} target="_blank" rel="noreferrer">
                  {new URL(url).host}
                  <ExternalLink size="0.75rem" aria-label="opens in the browser" />
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
      {redirect !== null && (
        <div className="guide-redirect">
          <p>Redirect address of the app, to be named there:</p>
          <Copyable text={redirect} what="redirect address" />
        </div>
      )}
    </details>
  )
}
