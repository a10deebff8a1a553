/**
 * Starts a stretch of time, and tells whether it is over.
 *
 * Two clocks are asked, and the one that says so first counts. The process's own clock stands still
 * while a laptop or a virtual machine is suspended; the time of day does not, but may be set back.
 */
export function startDeadline(lengthMs: number): () => boolean {
  const [started, startedAt] = [performance.now(), Date.now()];
  return () => performance.now() - started > lengthMs || Date.now() - startedAt > lengthMs;
}
