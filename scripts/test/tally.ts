/** How one part of the tests went. */
export type Tally = {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  /** Of each failed test its name and the reason, where the part tells them one by one. */
  failures?: readonly string[];
};

/** Prints what failed and what went how, ending in one line that sums up. @returns whether all is well. */
export function printSummary(tallies: readonly Tally[]): boolean {
  // Said again here: whoever has only the end of a long log should know what to look for.
  const failures = tallies.flatMap((tally) => tally.failures ?? []);
  if (failures.length > 0) console.log(`\n── what failed\n\n${failures.join('\n\n')}`);
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
