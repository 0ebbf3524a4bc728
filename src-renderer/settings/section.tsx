import type { ReactNode } from 'react'

/** Settings that belong together, under their name. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="settings-section" aria-label={title}>
    <h2>{title}</h2>
    <div className="settings-fields">{children}</div>
  </section>
)
