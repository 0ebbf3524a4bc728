import { startInBackground } from './background-process.js'

/**
 * A screen that nobody sees, on whatever display number is free.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function startVirtualDisplay(env) {
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset']
  const server = await startInBackground('Xvfb', args, { env, answersOn: 3 })
  return { stop: server.stop, env: { DISPLAY: `:${server.said}`, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' } }
}
