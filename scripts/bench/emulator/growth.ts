import { type Call, type Loader, startLoader } from '../load';
import type { Bench, Figure, Measure } from '../measure';
import { runBareServer } from '../run-bare-server';
import { createCard } from './creates';
import { type FilledWorld, fillWorld } from './fill-world';
import { type MeasuredEmulator, runEmulator } from './run-emulator';

const [few, many] = [1_000, 100_000];
const count = 5_000;

type Kind = {
  readonly name: string;
  readonly status: number;
  readonly isSecure?: true;
  readonly calls: (world: FilledWorld) => Call[];
};

const kinds: readonly Kind[] = [
  {
    name: 'GET /v1/transfers/{id}',
    status: 200,
    calls: (world) => world.transferIds.map((id) => get(world, `/v1/transfers/${id}`)),
  },
  {
    name: 'GET /v1/transfers',
    status: 200,
    calls: (world) => [get(world, '/v1/transfers')],
  },
  {
    name: 'GET /v1/transfers by status, further down',
    status: 200,
    calls: (world) =>
      world.transferIds.map((id) => {
        const cursor = Buffer.from(id).toString('base64url');
        return get(world, `/v1/transfers?status=processed&cursor=${cursor}`);
      }),
  },
  { name: 'POST /v1/cards', status: 200, isSecure: true, calls: (world) => [createCard(world)] },
];

type Side = { readonly world: FilledWorld; readonly emulator: MeasuredEmulator };

/** Whether a request costs more in a full world than in an almost empty one. */
export const growth: Measure = {
  name: 'growth',
  run: async (bench) => {
    const loader = startLoader(bench);
    const receiver = await runBareServer(bench, 0);
    const start = async (transfers: number): Promise<Side> => {
      const dataDir = bench.newFolder();
      const world = fillWorld(dataDir, transfers);
      const webhookUrl = `http://127.0.0.1:${receiver.port}/`;
      return { world, emulator: await runEmulator(bench, dataDir, webhookUrl) };
    };
    const [small, large] = [await start(few), await start(many)];
    const figures: Figure[] = [];
    for (const kind of kinds) figures.push(await compare(bench, loader, kind, small, large));
    return figures;
  },
};

async function compare(
  bench: Bench,
  loader: Loader,
  { name, status, isSecure, calls }: Kind,
  small: Side,
  large: Side,
): Promise<Figure> {
  const cost = async ({ world, emulator }: Side) => {
    const port = isSecure ? emulator.securePort : emulator.apiPort;
    // The webhooks of an earlier round are not this one's cost.
    await emulator.quiet();
    const round = { server: emulator, port, calls: calls(world), count, wantedStatus: status };
    return (await loader.send(round)).cpuMicros;
  };
  const values: number[] = [];
  // The first round only warms up.
  for (let round = 0; round <= bench.runs; round += 1) {
    const [costSmall, costLarge] = [await cost(small), await cost(large)];
    if (round > 0) values.push(costLarge / costSmall);
  }
  const worlds = `${many.toLocaleString('en-US')} transfers against ${few.toLocaleString('en-US')}`;
  return { name: `${name}, ${worlds}`, unit: 'ratio', values, goal: 'about 1' };
}

function get({ authorization }: FilledWorld, path: string): Call {
  return { method: 'GET', path, authorization };
}
