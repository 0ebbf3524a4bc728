import type { StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Event } from '../../src-preload/contract/events.ts'
import { type ActivityStore, createActivityStore } from '../activity/activity-store.ts'
import { type AccountsStore, createAccountsStore, usableAccounts } from '../accounts/accounts-store.ts'
import { createFacesStore } from '../accounts/faces-store.ts'
import type { CoreLink } from '../bridge/connection.ts'
import { createMediaShelf, type MediaShelf } from '../bridge/media-shelf.ts'
import { browserTimers } from '../time/timers.ts'
import { type CalendarStore, createCalendarStore } from '../calendar/calendar-store.ts'
import { type CardShelf, createCardShelf } from '../composer/preview/card-shelf.ts'
import { type Composer, createComposer } from '../composer/composer.ts'
import { createDraftMirror } from '../composer/draft/draft-mirror.ts'
import { publishedActions } from '../composer/send/published-actions.ts'
import { firstChoice } from '../composer/send/when-choice.ts'
import { createTemplatesStore, type TemplatesStore } from '../composer/templates/templates-store.ts'
import { createDraftsStore, type DraftsStore } from '../drafts/drafts-store.ts'
import { createExchangeStore, type ExchangeStore } from '../exchange/exchange-store.ts'
import { createLimitsStore, type LimitsStore } from '../limits/limits-store.ts'
import { createProgressStore, type ProgressStore } from '../queue/progress-store.ts'
import { createQueueStore, type QueueStore } from '../queue/queue-store.ts'
import { createReviewStore, type ReviewStore } from '../queue/review/review-store.ts'
import { createSettingsStore, type SettingsStore } from '../settings/settings-store.ts'
import { createSlotsStore, type SlotsStore } from '../slots/slots-store.ts'
import { type CommandStore, createCommandStore } from '../commands/command-store.ts'
import type { Faces } from '../ui/faces-context.ts'
import { tongueFor } from '../words/languages.ts'
import { say } from '../words/say.ts'
import { speak } from '../words/speak.ts'
import { createPastStore, type PastStore } from './past-store.ts'
import { createFollower, type Follower } from './follower.ts'
import { handFiles } from './hand-files.ts'
import { createHabits, type Habits } from './habits.ts'
import { createPulseStore, type PulseStore } from './pulse-store.ts'
import { createRouteStore, type RouteStore } from './route.ts'
import { createToastStore, type ToastStore } from './toast-store.ts'

/** Everything the rooms work with, joined once. */
export type Desk = {
  readonly link: CoreLink
  readonly shelf: MediaShelf
  readonly cards: CardShelf
  readonly accounts: AccountsStore
  readonly faces: StoreApi<Faces>
  readonly activity: ActivityStore
  readonly settings: SettingsStore
  readonly pulse: PulseStore
  readonly queue: QueueStore
  readonly calendar: CalendarStore
  readonly progress: ProgressStore
  readonly review: ReviewStore
  readonly drafts: DraftsStore
  readonly limits: LimitsStore
  readonly exchange: ExchangeStore
  readonly slots: SlotsStore
  readonly templates: TemplatesStore
  readonly composer: Composer
  readonly toasts: ToastStore
  readonly commands: CommandStore
  readonly past: PastStore
  readonly route: RouteStore
  readonly habits: Habits
  readonly follower: Follower
  /** What another program offered for a post when it opened this page; once. */
  offeredText(): Promise<string | null>
  /** Speaks the language that the settings ask for. */
  speak(): Promise<void>
  /** Takes over the files that the person opened with Posthorn. */
  takeOpened(): Promise<void>
  /** Begins a new post on a blank page, with these words if any. */
  writeNew(text?: string): void
  /** Says what went wrong; true when nothing did. */
  settle(reply: { ok: true } | { ok: false; failure: Failure }): boolean
}

/** What must be there before the first room can be shown; the failure if it could not be read. */
export const loadDesk = async (desk: Desk): Promise<Failure | null> => {
  // Where a new post goes depends on the slots; without them it goes out at once, as where there are none.
  const [failures] = await Promise.all([
    Promise.all([desk.settings.load(), desk.accounts.load(), desk.pulse.load()]),
    desk.slots.load(),
  ])
  const failure = failures.find((one) => one !== null) ?? null
  if (failure !== null) return failure
  await desk.speak()
  void desk.drafts.reload()
  void desk.templates.load()
  void desk.limits.load()
  void desk.review.offer()
  // The blank page was made before it was known who there is to write for.
  desk.composer.startNew()
  const restored = await desk.composer.recover()
  if (restored > 0) {
    desk.toasts.tell(say('frame.drafts-back', { count: restored }))
  }
  const offered = await desk.offeredText()
  if (offered !== null) desk.writeNew(offered)
  await desk.takeOpened()
  return null
}

/** Joins the stores and lets them hear what the core tells. */
export const createDesk = (link: CoreLink, page: Window): Desk => {
  const { bridge } = link
  const shelf = createMediaShelf(bridge)
  const cards = createCardShelf(
    {
      page: (url) => bridge.call('writing.assets', { kind: 'url', url }),
      picture: (url) => bridge.call('writing.picture', { url }),
    },
    browserTimers,
  )
  const habits = createHabits(page.localStorage)
  const accounts = createAccountsStore(bridge)
  const faces = createFacesStore(bridge, accounts)
  const activity = createActivityStore(bridge, browserTimers)
  const settings = createSettingsStore(bridge)
  const pulse = createPulseStore(bridge)
  const zone = (): string => settings.state.getState().zone
  const drafts = createDraftsStore(bridge, zone)
  const queue = createQueueStore({ bridge, zone, accountName: (id) => accounts.account(id)?.name ?? '' })
  const progress = createProgressStore()
  const calendar = createCalendarStore(bridge, browserTimers)
  const review = createReviewStore(bridge)
  const limits = createLimitsStore(bridge, browserTimers)
  const slots = createSlotsStore(bridge, browserTimers)
  const templates = createTemplatesStore(bridge)
  const exchange = createExchangeStore(bridge, browserTimers, () => ({
    zone: zone(),
    accountIds: habits.chooseAccounts(usableAccounts(accounts.state.getState().accounts).map((one) => one.id)),
  }))
  const toasts = createToastStore()
  const commands = createCommandStore()
  const past = createPastStore(toasts)
  const route = createRouteStore(page)
  const mirror = createDraftMirror({ storage: page.localStorage, locks: page.navigator.locks ?? null }, Date.now)
  const composer = createComposer({ bridge, shelf, mirror, timers: browserTimers }, () => ({
    zone: zone(),
    accountIds: habits.chooseAccounts(usableAccounts(accounts.state.getState().accounts).map((one) => one.id)),
    when: firstChoice(slots.state.getState().plans),
  }))

  const follower = createFollower({
    toasts,
    timers: browserTimers,
    nameOf: (id) => accounts.account(id)?.name ?? say('composer.an-account'),
    show: (itemId) => route.go({ room: 'queue', itemId }),
    also: (item) => publishedActions({ bridge, accounts, toasts, page }, item),
  })

  const writeNew = (text?: string): void => {
    composer.startNew(undefined, text)
    route.go({ room: 'compose', postId: null })
  }
  // Until the first room is there, what was opened waits where it is.
  let takesFiles = false
  const takeOpened = async (): Promise<void> => {
    if (isQuick(page) || bridge.desktop === null) return
    takesFiles = true
    const opened = await bridge.desktop.takeOpened()
    const files = opened.map((file) => ({ name: file.name, file }))
    await handFiles({ composer, exchange, link, route, toasts, writeNew }, files)
  }
  let spoken: Settings['language'] | null = null
  const hear = (event: Event): void => {
    // All that was read or said before is void.
    if (event.kind === 'data-replaced') return page.location.reload()
    if (event.kind === 'settings-changed' && spoken !== null && event.settings.language !== spoken) {
      composer.flush()
      return page.location.reload()
    }
    for (const store of [
      activity,
      accounts,
      settings,
      pulse,
      drafts,
      queue,
      calendar,
      progress,
      review,
      limits,
      slots,
      templates,
      composer,
      follower,
    ])
      store.hear(event)
    const here = route.state.getState().route
    if (event.kind === 'post-removed' && here.room === 'compose' && here.postId === event.postId) {
      route.replace({ room: 'compose', postId: null })
    }
    if (event.kind === 'posts-changed') {
      void drafts.reload()
      void queue.reload()
      void limits.load()
      void slots.load()
    }
    if (event.kind === 'open-item') route.go({ room: 'queue', itemId: event.itemId })
    if (event.kind === 'open-review') void review.show()
    if (event.kind === 'open-room')
      route.go(event.room === 'queue' ? { room: 'queue', itemId: null } : { room: event.room })
    if (event.kind === 'open-composer') writeNew(event.text)
    if (event.kind === 'open-files' && takesFiles) void takeOpened()
    if (event.kind === 'open-command') commands.runNamed(event.command)
  }
  bridge.subscribe(hear)
  pulse.watch()
  link.onResync(() => {
    void accounts.load()
    void settings.load()
    void pulse.load()
    void drafts.reload()
    void queue.reload()
    void calendar.reload()
    void limits.load()
    void slots.load()
    void templates.load()
  })
  page.addEventListener('pagehide', () => composer.flush())
  page.document.addEventListener('visibilitychange', () => page.document.hidden && composer.flush())

  return {
    link,
    shelf,
    cards,
    accounts,
    faces,
    activity,
    settings,
    pulse,
    queue,
    calendar,
    drafts,
    progress,
    review,
    limits,
    exchange,
    slots,
    templates,
    composer,
    toasts,
    commands,
    past,
    route,
    habits,
    follower,
    // It is for the main window, which shows everything.
    offeredText: async () => (isQuick(page) ? null : ((await bridge.desktop?.takeText()) ?? null)),
    speak: async () => {
      spoken = settings.state.getState().language
      await speak(tongueFor(spoken, page.navigator.language, page.location.search), page)
      accounts.tellAgain()
    },
    takeOpened,
    writeNew,
    settle: (reply) => {
      if (!reply.ok) toasts.fail(reply.failure)
      return reply.ok
    },
  }
}

/** Whether it is the small window for a quick post. */
const isQuick = ({ location }: Window): boolean => location.search.includes('quick')
