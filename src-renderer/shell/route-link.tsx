import type { ReactNode } from 'react'
import { useDesk } from './desk-context.ts'
import { type Route, writeRoute } from './route.ts'

type RouteLinkProps = { to: Route; className?: string; children: ReactNode }

/** A link to another place in the app. */
export const RouteLink = ({ to, className, children }: RouteLinkProps) => {
  const { route } = useDesk()
  return (
    <a
      href={writeRoute(to)}
      className={className}
      onClick={(event) => {
        // With a modifier it is the browser's to open it elsewhere.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        route.go(to)
      }}
    >
      {children}
    </a>
  )
}
