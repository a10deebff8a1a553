import { once } from 'node:events';
import { get } from 'node:http';
import type { Measure } from '../measure';
import { addPerson } from './add-person';
import { openPage } from './open-page';
import { runApp } from './run-doors';
import { startParts } from './start-parts';

const count = 1_000;
/** Fewer than one session may have open. */
const atOnce = 20;
const mebibyte = 2 ** 20;

/** What pages that listen for changes, and leave, leave behind in the app. */
export const streams: Measure = {
  name: 'streams',
  run: async (bench) => {
    const parts = await startParts(bench);
    const app = await runApp(bench, parts);
    const { page, liveUrl } = await openPage(bench, app, await addPerson(parts), '/transfers');
    const cookie = (await page.context().cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    await page.close();
    const [grown, kept, left]: [number[], number[], number[]] = [[], [], []];
    // The first round only warms up.
    for (let round = 0; round <= bench.runs; round += 1) {
      const before = await app.memory();
      for (let opened = 0; opened < count; opened += atOnce) {
        const some = Array.from({ length: atOnce }, () => listenAndLeave(liveUrl, cookie));
        await Promise.all(some);
      }
      await app.quiet();
      const after = await app.memory();
      if (round === 0) continue;
      grown.push((after.rss - before.rss) / mebibyte);
      kept.push((after.heapUsed - before.heapUsed) / mebibyte);
      left.push(after.resources - before.resources);
    }
    const name = `${count.toLocaleString('en-US')} streams opened and left`;
    return [
      { name: `${name}: memory of the app`, unit: 'MiB', values: grown, goal: '< 20' },
      { name: '… of that, objects', unit: 'MiB', values: kept, goal: '< 20' },
      { name: '… timers and connections left', unit: 'more', values: left, goal: '0' },
    ];
  },
};

/** Leaves as a browser does that closes its page: in the middle of the stream. */
async function listenAndLeave(url: string, cookie: string): Promise<void> {
  const request = get(url, { headers: { cookie }, agent: false, family: 4 });
  const [answer] = await once(request, 'response');
  await once(answer, 'data');
  const closed = once(request, 'close');
  request.destroy();
  await closed;
}
