import type { Page } from 'playwright-core'
import type { Filled } from './fill.ts'
import { FAULTS, WAITING } from './faults.ts'
import { clashingKeys, importColumns, importEdit, importRows, toTop } from './opened.ts'
import { SETTINGS_PAGES } from '../../src-renderer/settings/settings-page.ts'

/** A screen to picture: where it is, and what is pressed there. Nothing of it hangs on the language. */
export type ShotRoom = {
  name: string
  /** Part of the address after `#`. */
  at: (filled: Filled) => string
  /** Opened by a click on this. */
  click?: string
  /** Done there before all else, where a press does not lead there. */
  prepare?: (page: Page) => Promise<void>
  /** Opened by these keys. */
  keys?: string
  /** Written with the focus where it is then. */
  writes?: string
  /** Its own part of the address. */
  search?: string
  /** There as soon as the screen is; a heading or a dialog, else. */
  shows?: string
  /** Made of the same parts as another room, with other words: it is judged in one look alone. */
  alike?: true
  /** Made of what is judged in another room: it is for the eye alone. */
  pictured?: true
  /** One post is missed, as far as this room goes: the person is asked about it at every start. */
  missed?: true
  /** Left out where nothing is there yet, since it needs something to be opened. */
  full?: true
  /** It asks again a while after it is there: for so many milliseconds nothing may change before it is at rest. */
  rest?: number
  /** Looks in which it is compared with its baseline. */
  compared: readonly string[]
}

const room = (name: string, more: Partial<ShotRoom> = {}): ShotRoom => ({
  name,
  at: () => `/${name}`,
  compared: more.pictured === true ? [] : ['light'],
  ...more,
})

/** The composer waits for a pause in the typing before it checks, foretells and keeps. */
const AFTER_CHECKS = 700

const BOTH = ['light', 'dark']

/** Every room and main dialog: what is to be pictured gets a row here. */
export const ROOMS: readonly ShotRoom[] = [
  room('today', { compared: BOTH }),
  room('today-next', {
    at: () => '/today',
    prepare: (page) => toTop(page, '.today-day >> nth=1'),
    full: true,
    pictured: true,
  }),
  room('new-post', { at: () => '/compose', rest: AFTER_CHECKS }),
  room('composer', {
    at: ({ draftId }) => `/compose/${draftId}`,
    full: true,
    rest: AFTER_CHECKS,
    compared: [...BOTH, 'narrow'],
  }),
  room('when', {
    at: ({ draftId }) => `/compose/${draftId}`,
    click: 'button:has(.when-label)',
    shows: '.when-dialog',
    rest: AFTER_CHECKS,
    full: true,
  }),
  room('queue', { at: () => '/queue?tab=upcoming', compared: [...BOTH, 'rtl'] }),
  room('item', { at: ({ itemId }) => `/queue/${itemId}?tab=upcoming`, shows: '.item-panel', full: true }),
  ...FAULTS.map((fault) =>
    room(`fault-${fault}`, {
      at: ({ faults }) => `/queue/${faults[fault]}?tab=${WAITING.has(fault) ? 'upcoming' : 'attention'}`,
      shows: '.item-panel',
      full: true,
      alike: true,
    }),
  ),
  room('fault-missed', {
    at: ({ faults }) => `/queue/${faults.missed}?tab=attention`,
    keys: 'Escape',
    shows: '.item-panel',
    missed: true,
    full: true,
    alike: true,
  }),
  room('fault-list', { at: () => '/queue?tab=attention', full: true, alike: true }),
  room('review', { shows: '[role=dialog]', at: () => '/today', missed: true, full: true, alike: true }),
  room('calendar', { at: () => '/calendar?view=month', compared: BOTH }),
  room('calendar-week', { at: () => '/calendar?view=week' }),
  room('calendar-night', { at: () => '/calendar?view=week', click: '.cal-night', shows: '.cal-night', pictured: true }),
  room('calendar-crowd', {
    at: () => '/calendar?view=week',
    click: '.cal-more',
    shows: '.cal-crowd-card',
    full: true,
    pictured: true,
  }),
  room('calendar-spring', { at: () => '/calendar/2027-03-28?view=week', pictured: true }),
  // Posts of one minute stand in the order in which they were made, which is not always the same.
  room('calendar-agenda', { at: () => '/calendar?view=agenda', alike: true, compared: [] }),
  room('drafts'),
  room('drafts-picked', {
    at: () => '/drafts',
    click: '.draft-card:first-of-type .queue-pick input',
    shows: '.bulk-bar',
    full: true,
    pictured: true,
  }),
  room('slots'),
  room('accounts'),
  room('connect', { at: () => '/accounts/any', shows: '[role=dialog]' }),
  room('channels'),
  room('channel', { at: () => '/channels/instagram' }),
  ...SETTINGS_PAGES.map((page) =>
    room(`settings-${page}`, { at: () => `/settings/${page}`, ...(page === 'general' ? {} : { alike: true }) }),
  ),
  room('exchange'),
  ...Object.entries({ columns: importColumns, rows: importRows, edit: importEdit }).map(([stage, prepare]) =>
    room(`exchange-${stage}`, {
      at: () => '/exchange',
      prepare,
      shows: stage === 'columns' ? '.stage-foot' : '[role=grid]',
      full: true,
      pictured: true,
    }),
  ),
  ...Object.entries({ slots: '.room-head .button-primary', 'settings/limits': '.button-primary' }).map(([at, click]) =>
    room(`${at.split('/').at(-1)}-add`, {
      at: () => `/${at}`,
      click: `main ${click}`,
      shows: '.dialog',
      full: true,
      pictured: true,
    }),
  ),
  room('keys-clash', {
    at: () => '/settings/keyboard',
    prepare: clashingKeys,
    shows: '.key-recorder',
    pictured: true,
  }),
  room('templates', {
    at: ({ draftId }) => `/compose/${draftId}`,
    click: '.editor-tools .button:nth-of-type(2)',
    shows: '.template-menu',
    rest: AFTER_CHECKS,
    full: true,
    pictured: true,
  }),
  room('activity'),
  // It tells of this computer.
  room('health', { compared: [] }),
  room('diagnostics', {
    at: () => '/health',
    click: '.health-help button',
    shows: '.diagnostics',
    alike: true,
    compared: [],
  }),
  room('quick', { search: 'quick', shows: '.quick-post', rest: AFTER_CHECKS }),
  room('palette', { at: () => '/drafts', keys: 'Control+K', shows: '[role=dialog]' }),
  ...Object.entries({ found: 'sail', date: 'next friday', none: 'xylophone' }).map(([name, writes]) =>
    room(`palette-${name}`, {
      at: () => '/drafts',
      keys: 'Control+K',
      writes,
      shows: '[role=dialog]',
      rest: AFTER_CHECKS,
      pictured: true,
    }),
  ),
  room('shortcuts', { at: () => '/drafts', keys: '?', shows: '[role=dialog]' }),
  room('gallery', { search: 'gallery', shows: '#gallery-tokens', compared: [...BOTH, 'contrast'] }),
  ...['buttons', 'fields', 'marks', 'overlays', 'states'].map((part) =>
    room(`gallery-${part}`, {
      at: () => '/gallery',
      search: 'gallery',
      shows: `#gallery-${part}`,
      ...(part === 'fields' ? { compared: ['light', 'contrast'] } : {}),
    }),
  ),
  ...['form', 'long', 'question'].map((kind, index) =>
    room(`gallery-${kind}-dialog`, {
      at: () => '/gallery',
      search: 'gallery',
      click: `#gallery-overlays .gallery-row > .button:nth-of-type(${index + 3})`,
      shows: '.dialog',
    }),
  ),
]
