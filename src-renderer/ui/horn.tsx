/** The app's mark, a post horn, in the colour of the text around it. Decoration; the name stands beside it. */
export const Horn = ({ size = '1.5rem' }: { size?: string }) => (
  <svg className="horn" width={size} height={size} viewBox="184 196 656 656" fill="none" aria-hidden="true">
    <g stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
      <path strokeWidth="66" d="M232 404H520A158 158 0 1 1 362 562A158 158 0 0 1 520 404H640" />
      <path fill="currentColor" strokeWidth="28" d="M622 388C700 384 768 346 812 286V522C768 462 700 424 622 420Z" />
      <path strokeWidth="60" d="M232 366V442" />
    </g>
  </svg>
)
