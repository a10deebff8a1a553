import { type Call, type Loader, type Round, startLoader } from '../load';
import type { Bench, Figure, Measure } from '../measure';
import { runBareServer } from '../run-bare-server';
import { fillWorld } from './fill-world';
import { runEmulator } from './run-emulator';

const count = 20_000;
const transfers = 1_000;

/** How many requests that change nothing are answered a second. */
export const reads: Measure = {
  name: 'reads',
  run: async (bench) => {
    const dataDir = bench.newFolder();
    const { authorization, cardIds } = fillWorld(dataDir, transfers);
    const emulator = await runEmulator(bench, dataDir);
    const loader = startLoader(bench);
    const figures: Figure[] = [];
    const read = async (name: string, paths: readonly string[]) => {
      const calls = paths.map((path): Call => ({ method: 'GET', path, authorization }));
      const own = { server: emulator, port: emulator.apiPort, calls, count, wantedStatus: 200 };
      figures.push(...(await compare(bench, loader, name, own)));
    };
    await read(
      'GET /v1/cards/{id}',
      cardIds.map((id) => `/v1/cards/${id}`),
    );
    await read('GET /v1/user', ['/v1/user']);
    await read('GET /v1/transfers, 25 of them', ['/v1/transfers']);
    const busy = Math.round(loader.mostBusy() * 100);
    return [...figures, { name: 'the sender of these requests, busy', unit: '%', values: [busy] }];
  },
};

/** Sends the same requests to the emulator and to a server that only answers, in turn. */
async function compare(bench: Bench, loader: Loader, name: string, own: Round): Promise<Figure[]> {
  const bare = await runBareServer(bench, await answerBytes(own));
  const perSecond: number[] = [];
  const cpuMicros: number[] = [];
  const againstBare: number[] = [];
  // The first round only warms up.
  for (let round = 0; round <= bench.runs; round += 1) {
    const bareResult = await loader.send({ ...own, server: bare, port: bare.port });
    const ownResult = await loader.send(own);
    if (round === 0) continue;
    perSecond.push(ownResult.requestsPerSecond);
    cpuMicros.push(ownResult.cpuMicros);
    againstBare.push(ownResult.cpuMicros / bareResult.cpuMicros);
  }
  await bare.stop();
  return [
    { name, unit: 'requests/s', values: perSecond, goal: '≥ 12,000' },
    { name: '… processor time', unit: 'µs/request', values: cpuMicros },
    { name: '… of that of a bare node:http server', unit: 'ratio', values: againstBare },
  ];
}

async function answerBytes({ port, calls }: Round): Promise<number> {
  const [call] = calls;
  const headers = { authorization: call?.authorization ?? '' };
  const response = await fetch(`http://127.0.0.1:${port}${call?.path ?? ''}`, { headers });
  return (await response.arrayBuffer()).byteLength;
}
