import { Link } from 'lucide-react'

/** The card of a page: its title and picture are fetched when the post is sent, its address is known now. */
export const LinkCard = ({ href }: { href: string }) => {
  const address = URL.canParse(href) ? new URL(href) : null
  return (
    <div className="link-card">
      <span className="link-card-picture" aria-hidden="true">
        <Link size="1.125rem" />
      </span>
      <span className="link-card-words">
        <span className="link-card-host">{address?.hostname.replace(/^www\./, '') ?? href}</span>
        <span className="link-card-path" title={href}>
          {address === null || address.pathname === '/' ? 'Title of the page' : decoded(address.pathname)}
        </span>
        <span className="link-card-host">Its title and picture are read when the post is sent.</span>
      </span>
    </div>
  )
}

const decoded = (path: string): string => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
