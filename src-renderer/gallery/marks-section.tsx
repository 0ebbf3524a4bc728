import { Avatar } from '../ui/avatar.tsx'
import { ChannelMark } from '../ui/channel-mark.tsx'
import type { ChipTone } from '../ui/chip-tone.ts'
import { Chip } from '../ui/chip.tsx'
import { CountRing } from '../ui/count-ring.tsx'
import { Horn } from '../ui/horn.tsx'
import { MeterBar } from '../ui/meter-bar.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TagRow } from '../ui/tag-row.tsx'
import { Group, Section } from './section.tsx'
import { LONG, MARKS } from './samples.ts'

const STATES: readonly (readonly [ChipTone, string])[] = [
  ['grey', 'Draft'],
  ['blue', 'Scheduled'],
  ['violet', 'Publishing'],
  ['green', 'Published'],
  ['amber', 'Waiting'],
  ['orange', 'Needs you'],
  ['red', 'Failed'],
]
const NAMES = ['Harbour News', 'Ana Lima', 'Ødegård', 'Łukasz Ż', 'x']
const METERS = [
  { used: 0, planned: 0 },
  { used: 4, planned: 2 },
  { used: 6, planned: 3 },
  { used: 8, planned: 2 },
]

export const MarksSection = () => (
  <Section id="marks" title="Chips, faces, meters">
    <Group title="Chips">
      {STATES.map(([tone, says]) => (
        <Chip key={tone} tone={tone}>
          {says}
        </Chip>
      ))}
      <span className="gallery-narrow">
        <Chip tone="blue">{LONG}</Chip>
      </span>
    </Group>
    <Group title="Faces">
      {NAMES.map((name, index) => (
        <Avatar key={name} name={name} mark={MARKS[index]} />
      ))}
      <Avatar name="Large" mark={MARKS[0]} size="large" />
      <Avatar name="No channel" mark={undefined} />
    </Group>
    <Group title="Small faces">
      {MARKS.map((mark) => (
        <Avatar key={mark.letters} name="Harbour" mark={mark} size="small" />
      ))}
    </Group>
    <Group title="Marks">
      {MARKS.map((mark) => (
        <ChannelMark key={mark.letters} mark={mark} />
      ))}
    </Group>
    <Group title="Tags">
      <TagRow tags={['harbour', 'weather', LONG]} />
    </Group>
    <Group title="Meters" wide>
      {METERS.map(({ used, planned }) => (
        <MeterBar
          key={`${used} ${planned}`}
          label="Posts today"
          used={used}
          planned={planned}
          max={10}
          says={`${used} of 10 used, ${planned} planned`}
        />
      ))}
    </Group>
    <Group title="Counters, spinner, horn">
      <CountRing used={120} max={300} tone="free" />
      <CountRing used={280} max={300} tone="near" />
      <CountRing used={320} max={300} tone="over" />
      <Spinner />
      <Horn />
    </Group>
  </Section>
)
