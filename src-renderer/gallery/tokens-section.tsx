import { Group, Section } from './section.tsx'

const GROUNDS = [
  'paper',
  'sunken',
  'surface',
  'surface-hover',
  'surface-pressed',
  'raised',
  'well',
  'footing',
  'toast',
  'tip',
]
const LINES = ['line', 'line-strong', 'line-field', 'focus']
const INKS = ['ink', 'ink-2', 'ink-3', 'accent-ink', 'link']
const FILLS = [
  'accent',
  'accent-hover',
  'accent-pressed',
  'red',
  'red-hover',
  'red-pressed',
  'amber',
  'brass',
  'green',
  'selection',
]
const TONES = ['blue', 'green', 'amber', 'orange', 'red', 'violet', 'grey']
const SIZES = ['2xs', 'xs', 'sm', 'md', 'lg', 'write', 'xl']
const SPACES = [1, 2, 3, 4, 5, 6, 7]
const SHADOWS = [1, 2, 3]

const Swatch = ({ name }: { name: string }) => (
  <div className="swatch">
    <span className="swatch-colour" style={{ background: `var(--${name})` }} />
    <code>{name}</code>
  </div>
)

/** The values everything is made from. */
export const TokensSection = () => (
  <Section id="tokens" title="Colour, type, space">
    <Group title="Grounds">
      {GROUNDS.map((name) => (
        <Swatch key={name} name={name} />
      ))}
    </Group>
    <Group title="Lines and fills">
      {[...LINES, ...FILLS].map((name) => (
        <Swatch key={name} name={name} />
      ))}
    </Group>
    <Group title="Inks">
      {INKS.map((name) => (
        <span key={name} style={{ color: `var(--${name})` }}>
          {name}
        </span>
      ))}
    </Group>
    <Group title="Tones">
      {TONES.map((name) => (
        <span key={name} className="tone" style={{ background: `var(--${name}-soft)`, color: `var(--${name}-ink)` }}>
          {name}
        </span>
      ))}
    </Group>
    <Group title="Type" wide>
      {SIZES.map((name) => (
        <p key={name} style={{ fontSize: `var(--text-${name})` }}>
          {name}: The boat leaves at 09:30, whatever the weather
        </p>
      ))}
      <p className="path">mono: ~/.config/posthorn/queue.sqlite</p>
    </Group>
    <Group title="Space">
      {SPACES.map((step) => (
        <span
          key={step}
          className="space-step"
          style={{ inlineSize: `var(--space-${step})` }}
          title={`space-${step}`}
        />
      ))}
    </Group>
    <Group title="Corners and heights">
      {SHADOWS.map((step) => (
        <span
          key={step}
          className="height"
          style={{ borderRadius: `var(--radius-${step})`, boxShadow: `var(--shadow-${step})` }}
        >
          {step}
        </span>
      ))}
      <span className="path">some/long/path</span>
      <kbd>Ctrl</kbd>
      <a href="#/gallery">A link</a>
    </Group>
  </Section>
)
