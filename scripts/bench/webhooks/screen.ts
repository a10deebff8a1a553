import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { type FilledWorld, fillWorld } from '../emulator/fill-world';
import { type MeasuredEmulator, runEmulator } from '../emulator/run-emulator';
import type { Figure, Measure } from '../measure';
import { percentile } from '../percentile';
import { spawnServer } from '../server-under-test';
import { addPerson } from './add-person';
import { newDeliveries } from './deliveries';
import { openPage } from './open-page';
import { runApp } from './run-doors';
import { startParts } from './start-parts';

const latencyMs = 50;
/** A page that was just told of a change hears of the next one a second later: see `lib/live/outlet.ts`. */
const restMs = 1_100;
/** In each round; Astra shows as many in one page of its list. */
const transfers = 25;

/** How long it takes from a delivery until its transfer is committed, and until a page shows it. */
export const screen: Measure = {
  name: 'screen',
  run: async (bench) => {
    const parts = await startParts(bench);
    const world = fillWorld(parts.emulatorFolder, 2 * transfers * (bench.runs + 1));
    const emulator = await runEmulator(bench, parts.emulatorFolder);
    const env = { ...parts.env, ASTRA_API_URL: `http://127.0.0.1:${emulator.apiPort}` };
    const astraUser = await askEmulator(emulator, world, '/v1/user', z.object({ id: z.string() }));
    const ids = await oldestFirst(emulator, world, transfers * (bench.runs + 1));
    await emulator.control('fault add', { kind: 'latency', on: '*', ms: latencyMs });

    const app = await runApp(bench, { ...parts, env });
    spawnServer(bench, ['--conditions=react-server', 'lib/jobs/main.ts'], env);
    const accessToken = world.authorization.replace('Bearer ', '');
    const person = await addPerson(parts, { userId: astraUser.id, accessToken });
    const news = new Client({ connectionString: parts.databaseUrl });
    await news.connect();
    bench.atEnd(() => news.end());
    await news.query('LISTEN live');
    const { page } = await openPage(bench, app, person, '/transfers');

    const [committed, shown]: [number[], number[]] = [[], []];
    let newest = '';
    for (const resource_id of ids) {
      const change = () => ({ user_id: astraUser.id, resource_id });
      const [call] = newDeliveries(parts, app, 1, change);
      const body = JSON.stringify(call?.json);
      const isCommitted = once(news, 'notification').then(() => performance.now());
      const startMs = performance.now();
      const url = `http://127.0.0.1:${app.port}${app.path}`;
      const answer = await fetch(url, { method: 'POST', headers: call?.headers ?? {}, body });
      if (answer.status !== 200) throw new Error(`A delivery was answered ${answer.status}.`);
      await answer.text();
      const isShown = await page.waitForFunction(
        (before) => {
          const links = [...document.querySelectorAll('main li a')];
          const hrefs = links.map((link) => link.getAttribute('href') ?? '');
          const first = hrefs.find((href) => /^\/transfers\/[-0-9a-f]{36}$/.test(href));
          return first !== undefined && first !== before && first;
        },
        newest,
        { polling: 'raf' },
      );
      shown.push(performance.now() - startMs);
      committed.push((await isCommitted) - startMs);
      newest = z.string().parse(await isShown.jsonValue());
      await setTimeout(restMs);
    }
    return [
      ...figuresOf(`delivered to committed, Astra taking ${latencyMs} ms`, committed),
      ...figuresOf('delivered to shown in Chromium', shown, '≤ 300'),
    ];
  },
};

/** The first round only warms up. */
function figuresOf(name: string, allTimes: readonly number[], goal = ''): Figure[] {
  const rounds: number[][] = [];
  for (let place = transfers; place < allTimes.length; place += transfers) {
    rounds.push(allTimes.slice(place, place + transfers));
  }
  const at = (percent: number) => rounds.map((times) => percentile(times, percent));
  return [
    { name: `${name}: half`, unit: 'ms', values: at(50) },
    { name: '… 95 of 100', unit: 'ms', values: at(95), goal },
  ];
}

const page = z.object({
  transfers: z.array(z.object({ id: z.string(), initiated: z.string() })),
  cursor: z.string().nullish(),
});

/** So many of this person's transfers, in the order in which the app's list shows them on top. */
async function oldestFirst(emulator: MeasuredEmulator, world: FilledWorld, count: number) {
  const all: z.output<typeof page>['transfers'] = [];
  for (let cursor: string | null | undefined = ''; all.length < count && cursor !== null; ) {
    const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const shown = await askEmulator(emulator, world, `/v1/transfers${query}`, page);
    all.push(...shown.transfers);
    cursor = shown.cursor ?? null;
  }
  all.sort((one, other) => Date.parse(one.initiated) - Date.parse(other.initiated));
  return all.slice(0, count).map(({ id }) => id);
}

async function askEmulator<Answer>(
  { apiPort }: MeasuredEmulator,
  { authorization }: FilledWorld,
  path: string,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const answer = await fetch(`http://127.0.0.1:${apiPort}${path}`, { headers: { authorization } });
  return schema.parse(await answer.json());
}
