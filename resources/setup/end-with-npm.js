const EVERY = 1000

/**
 * Ends us, in an orderly way, when the npm that started us is gone: npm passes a signal on to the shell between, which
 * dies of it alone, and a server or a window that nobody can stop any more would stay behind.
 */
export function endWithNpm() {
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY)
  // Watching is no reason to stay.
  watch.unref()
}
