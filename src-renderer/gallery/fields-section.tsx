import { useState } from 'react'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ListField } from '../ui/list-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TagField } from '../ui/tag-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { Pose } from './pose.tsx'
import { Group, Section } from './section.tsx'
import { LONG, nothing } from './samples.ts'

const WRONG = { message: 'There is no server at this address.', next: 'Check how it is spelt.' }
const TIMES = [
  { key: 'at-once', label: 'At once' },
  { key: 'late', label: 'Up to an hour late' },
  { key: 'long', label: LONG },
]

const Texts = () => (
  <div className="gallery-fields">
    <TextField label="Name" description="As it is shown to you alone." placeholder="My page" />
    <TextField label="Server" defaultValue="social.example.org" />
    <Pose caption="hovered" as="hovered" on="input">
      <TextField label="Server" defaultValue="social.example.org" />
    </Pose>
    <Pose caption="focused" as="focused" on="input">
      <TextField label="Server" defaultValue="social.example.org" />
    </Pose>
    <TextField label="Server" defaultValue="socail.example" failure={WRONG} />
    <TextField label="Server" defaultValue="social.example.org" isDisabled />
    <TextField label="Password" type="password" defaultValue="harbour" />
    <TextField label="Long" defaultValue={LONG} />
    <TextField label="Text" lines={3} defaultValue="The boat is ready, and so is the crew." />
  </div>
)

const Others = () => {
  const [tags, setTags] = useState<readonly string[]>(['harbour', 'boats'])
  const [lines, setLines] = useState<string[]>(['Winter', 'Summer, late'])
  return (
    <div className="gallery-fields">
      <NumberField label="Posts a day" value={5} least={1} most={50} onChange={nothing} />
      <NumberField label="Posts a day" value={0} least={0} most={50} onChange={nothing} failure={WRONG} />
      <SelectField label="When late" options={TIMES} chosen="late" onChoose={nothing} />
      <SelectField label="When late" options={TIMES} chosen="long" onChoose={nothing} description="Of all accounts." />
      <DayField label="From" day="2027-03-10" onChange={nothing} />
      <DayField label="Until" day={null} onChange={nothing} />
      <ZoneField label="Time zone" zone="Europe/Berlin" onChange={nothing} />
      <SearchBox label="Search the gallery" search="boat" onSearch={nothing} />
      <ListField label="Options" entries={lines} onChange={setLines} description="One after another." />
      <TagField
        label="Add a tag"
        placeholder="Add a tag"
        tags={tags}
        known={['harbour', 'boats', 'weather']}
        onAdd={(tag) => setTags([...tags, tag])}
        onRemove={(tag) => setTags(tags.filter((one) => one !== tag))}
      />
    </div>
  )
}

export const FieldsSection = () => (
  <Section id="fields" title="Fields">
    <Group title="Text" wide>
      <Texts />
    </Group>
    <Group title="Numbers, choices, days, lists" wide>
      <Others />
    </Group>
    <Group title="Checkboxes">
      <CheckboxField label="Off" on={false} onChange={nothing} />
      <CheckboxField label="On" on onChange={nothing} />
      <CheckboxField label="Partly" on={false} partly onChange={nothing} />
      <Pose caption="hovered" as="hovered">
        <CheckboxField label="Off" on={false} onChange={nothing} />
      </Pose>
      <Pose caption="focused" as="focus-visible">
        <CheckboxField label="On" on onChange={nothing} />
      </Pose>
    </Group>
    <Group title="Switches">
      <SwitchField label="Off" on={false} onChange={nothing} />
      <SwitchField label="On" on onChange={nothing} />
      <SwitchField label="Off, disabled" on={false} disabled onChange={nothing} />
      <SwitchField label="On, disabled" on disabled onChange={nothing} />
      <Pose caption="hovered" as="hovered">
        <SwitchField label="On" on onChange={nothing} />
      </Pose>
      <Pose caption="focused" as="focus-visible">
        <SwitchField label="On" on onChange={nothing} />
      </Pose>
    </Group>
  </Section>
)
