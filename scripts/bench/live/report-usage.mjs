// Loaded before a server that is measured (`node --expose-gc --import`), with a channel to whoever
// starts it: asked for it there, the process says what it holds once all garbage is gone.
import { setImmediate } from 'node:timers/promises';

process.on('message', (message) => {
  if (message === 'usage') void report();
});
// Being asked is no reason to go on running.
process.channel?.unref();

async function report() {
  for (let round = 0; round < 4; round += 1) {
    await setImmediate();
    globalThis.gc?.();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  process.send?.({ usage: { bytes: heapUsed + external, resident: rss, timers } });
}
