/** The mark: a post horn. Decoration; the name stands beside it. */
export const Horn = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" className="horn">
    <g fill="none" stroke="var(--brass)" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="27" cy="34" r="14" />
      <path d="M8 20 h30 c7 0 12 5 12 12" transform="translate(0 0)" />
    </g>
  </svg>
)
