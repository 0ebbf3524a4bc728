/** What a state feels like. */
export type ChipTone = 'blue' | 'green' | 'amber' | 'orange' | 'red' | 'violet' | 'grey'
