/** Says what is being done, and when it is done how long it took. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  process.stderr.write(`  ${title} …`);
  const startedAt = performance.now();
  try {
    const result = await work();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stderr.write(` done (${seconds} s)\n`);
    return result;
  } catch (error) {
    process.stderr.write(' failed\n');
    throw error;
  }
}
