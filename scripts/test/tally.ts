/** How one part of the tests went. */
export type Tally = { name: string; passed: number; failed: number; seconds: number };

/** Prints what went how, ending in one line that sums up. @returns whether all is well. */
export function printSummary(tallies: readonly Tally[]): boolean {
  console.log('');
  for (const { name, passed, failed, seconds } of tallies) {
    const verdict = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`;
    console.log(`  ${name.padEnd(22)} ${verdict} (${seconds.toFixed(0)} s)`);
  }
  const sum = (part: (tally: Tally) => number) => tallies.map(part).reduce((a, b) => a + b, 0);
  const failed = sum((tally) => tally.failed);
  console.log(`\n${sum((tally) => tally.passed)} passed, ${failed} failed`);
  return failed === 0;
}
