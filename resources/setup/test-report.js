/**
 * @typedef {object} TestReport what Vitest's JSON reporter writes, as far as it matters here
 * @property {boolean} [success]
 * @property {{ status: string, name?: string, assertionResults: { status: string }[] }[]} testResults one per file
 */

/**
 * The numbers of tests in a report. Whatever went wrong outside a test (a file that could not be loaded, an error that
 * nothing caught, no test at all) counts as a failure too: it must not look green.
 *
 * @param {TestReport | undefined} report
 * @param {number} exitCode the runner's
 * @returns {import('./step.js').Count}
 */
export function countTests(report, exitCode) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failedTests = tests.filter((test) => test.status === 'failed').length
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = failedTests + brokenFiles
  const silentlyWrong = failed === 0 && (passed === 0 || exitCode !== 0)
  return { passed, failed: silentlyWrong ? 1 : failed }
}
