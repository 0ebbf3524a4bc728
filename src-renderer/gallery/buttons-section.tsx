import { CalendarClock, ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { Button, type ButtonProps, IconButton } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { Pose } from './pose.tsx'
import { Group, Section } from './section.tsx'
import { LONG, nothing } from './samples.ts'

const LOOKS: readonly { look: NonNullable<ButtonProps['look']>; says: string }[] = [
  { look: 'primary', says: 'Schedule' },
  { look: 'plain', says: 'Save' },
  { look: 'quiet', says: 'Cancel' },
  { look: 'danger', says: 'Delete' },
]

const AllStates = ({ look, says }: (typeof LOOKS)[number]) => (
  <>
    <Pose caption="at rest">
      <Button look={look}>{says}</Button>
    </Pose>
    <Pose caption="hovered" as="hovered">
      <Button look={look}>{says}</Button>
    </Pose>
    <Pose caption="pressed" as="pressed">
      <Button look={look}>{says}</Button>
    </Pose>
    <Pose caption="focused" as="focus-visible">
      <Button look={look}>{says}</Button>
    </Pose>
    <Pose caption="busy">
      <Button look={look} isPending>
        {says}
      </Button>
    </Pose>
    <Pose caption="disabled">
      <Button look={look} isDisabled>
        {says}
      </Button>
    </Pose>
    <Pose caption="small">
      <Button look={look} size="small">
        {says}
      </Button>
    </Pose>
  </>
)

export const ButtonsSection = () => (
  <Section id="buttons" title="Buttons">
    {LOOKS.map(({ look, says }) => (
      <Group key={look} title={look}>
        <AllStates look={look} says={says} />
      </Group>
    ))}
    <Group title="With a picture, and pictures alone">
      <Button icon={<Plus size="1rem" />}>New post</Button>
      <IconButton label="Delete" icon={<Trash2 size="1rem" />} />
      <Pose caption="hovered" as="hovered">
        <IconButton label="Next" icon={<ChevronRight size="1rem" />} />
      </Pose>
      <span className="button-pair">
        <Button look="primary" icon={<CalendarClock size="1rem" />}>
          Add to queue
        </Button>
        <Button look="primary" aria-label="Other ways" icon={<ChevronDown size="1rem" />} />
      </span>
    </Group>
    <Group title="Long words" wide>
      <div className="gallery-narrow">
        <Button look="primary">{LONG}</Button>
      </div>
    </Group>
    <Group title="Segments">
      <Segments
        label="View"
        options={[
          { key: 'month', label: 'Month' },
          { key: 'week', label: 'Week' },
          { key: 'list', label: 'List' },
        ]}
        chosen="week"
        onChoose={nothing}
      />
    </Group>
  </Section>
)
