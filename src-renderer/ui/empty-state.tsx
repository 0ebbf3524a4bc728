import type { ReactNode } from 'react'
import './empty-state.css'

type EmptyStateProps = { icon: ReactNode; title: string; children: ReactNode; actions?: ReactNode }

/** Says what would stand here, and how to get it here. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div className="empty-state">
    <div className="empty-icon" aria-hidden="true">
      {icon}
    </div>
    <h2>{title}</h2>
    <div className="soft">{children}</div>
    {actions !== undefined && <div className="empty-actions">{actions}</div>}
  </div>
)
