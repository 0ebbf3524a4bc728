import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; children: ReactNode }

export const Section = ({ id, title, children }: SectionProps) => (
  <section className="gallery-section" id={`gallery-${id}`} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)

type GroupProps = { title: string; children: ReactNode; wide?: boolean }

export const Group = ({ title, children, wide = false }: GroupProps) => (
  <div className="gallery-group">
    <h3>{title}</h3>
    <div className={wide ? 'gallery-wide' : 'gallery-row'}>{children}</div>
  </div>
)
