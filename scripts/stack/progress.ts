/**
 * Says what is being done, and when it is done how long it took. Once `signal` asks to stop, no
 * further step begins.
 */
export async function step<Result>(
  title: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  process.stderr.write(`  ${title} …`);
  // The stop was announced already, and the line that stands here is no longer ours.
  const say = (how: string) => signal.aborted || process.stderr.write(` ${how}\n`);
  const startedAt = performance.now();
  try {
    const result = await work();
    say(`done (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    say('failed');
    throw error;
  }
}
