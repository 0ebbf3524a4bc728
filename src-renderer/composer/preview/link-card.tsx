import { Image, Link } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import type { CardState } from './card-shelf.ts'
import { say } from '../../words/say.ts'
import './link-card.css'

/** The card of a page, read as it will be when the post is sent; its address alone while it cannot be read. */
export const LinkCard = ({ href }: { href: string }) => {
  const { cards } = useDesk()
  const [state, setState] = useState<CardState>({ kind: 'unread' })
  useEffect(() => cards.follow(href, setState), [cards, href])
  const address = URL.canParse(href) ? new URL(href) : null
  const card = state.kind === 'read' ? state.card : null
  const Sign = card?.pictured === true ? Image : Link
  const picture = card?.picture ?? null
  return (
    <div className="link-card" data-pictured={picture === null ? undefined : true}>
      <span className="link-card-picture" aria-hidden={picture === null || undefined}>
        {picture === null ? (
          <Sign size="1.125rem" />
        ) : (
          <img src={picture} alt={say('composer.card-picture')} decoding="async" draggable={false} />
        )}
      </span>
      <span className="link-card-words">
        <span className="link-card-host">{address?.hostname.replace(/^www\./, '') ?? href}</span>
        <span className="link-card-title" title={href}>
          {card?.title || pathOf(address)}
        </span>
        {card !== null && card.summary !== '' && <span className="link-card-summary">{card.summary}</span>}
        {card === null && (
          <span className="link-card-host">{state.kind === 'read' ? '' : say(`composer.card-${state.kind}`)}</span>
        )}
        {card?.pictured === true && picture === null && (
          <span className="link-card-host">{say('composer.card-picture')}</span>
        )}
      </span>
    </div>
  )
}

const pathOf = (address: URL | null): string => {
  if (address === null || address.pathname === '/') return say('composer.card-title')
  try {
    return decodeURI(address.pathname)
  } catch {
    return address.pathname
  }
}
