import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import type { Desk } from '../shell/desk.ts'
import { say } from '../words/say.ts'
import { checkAccounts } from './check-accounts.ts'
import { useCommand } from './use-command.ts'

/** Binds what can be done in every room. */
export const useEverywhereCommands = (): void => {
  const desk = useDesk()
  useCommand('everywhere.new-post', desk.writeNew)
  useCommand('everywhere.connect', () => desk.route.go({ room: 'accounts', connect: 'any' }))
  useCommand('everywhere.check-accounts', () => void checkAccounts(desk))
  useCommand('everywhere.snapshot', () => void makeSnapshot(desk))
  useCommand('everywhere.appearance', () => void switchAppearance(desk))
  usePastCommands()
  usePauseCommand()
  useGoingCommands()
}

const usePastCommands = (): void => {
  const { past } = useDesk()
  const done = useStore(past.state, (s) => s.done.at(-1)?.says ?? null)
  const undone = useStore(past.state, (s) => s.undone.at(-1)?.says ?? null)
  const undo = done === null ? null : say('commands.undo-deed', { deed: done })
  const redo = undone === null ? null : say('commands.redo-deed', { deed: undone })
  useCommand('everywhere.undo', () => void past.undo(), done !== null, undo)
  useCommand('everywhere.redo', () => void past.redo(), undone !== null, redo)
}

const usePauseCommand = (): void => {
  const { settings, toasts } = useDesk()
  const paused = useStore(settings.state, (s) => s.paused)
  const pause = async (): Promise<void> => {
    const failure = await settings.update({ paused: !paused })
    if (failure !== null) toasts.fail(failure)
    else toasts.tell(say(paused ? 'commands.resumed' : 'frame.paused'))
  }
  useCommand('everywhere.pause', () => void pause(), true, say(paused ? 'commands.resume-now' : 'commands.pause-now'))
}

const useGoingCommands = (): void => {
  const { route } = useDesk()
  useCommand('going.today', () => route.go({ room: 'today' }))
  useCommand('going.queue', () => route.go({ room: 'queue', itemId: null }))
  useCommand('going.calendar', () => route.go({ room: 'calendar' }))
  useCommand('going.drafts', () => route.go({ room: 'drafts' }))
  useCommand('going.slots', () => route.go({ room: 'slots' }))
  useCommand('going.accounts', () => route.go({ room: 'accounts' }))
  useCommand('going.settings', () => route.go({ room: 'settings' }))
  useCommand('going.exchange', () => route.go({ room: 'exchange' }))
  useCommand('going.activity', () => route.go({ room: 'activity' }))
  useCommand('going.health', () => route.go({ room: 'health' }))
}

const switchAppearance = async ({ settings, toasts }: Desk): Promise<void> => {
  const { appearance } = settings.state.getState()
  const dark = appearance === 'dark' || (appearance === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  const failure = await settings.update({ appearance: dark ? 'light' : 'dark' })
  if (failure !== null) toasts.fail(failure)
}

const makeSnapshot = async ({ link, toasts, settle }: Desk): Promise<void> => {
  if (settle(await link.bridge.call('snapshots.create', {}))) toasts.tell(say('commands.snapshot-made'))
}
