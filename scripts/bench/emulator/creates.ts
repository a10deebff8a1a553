import { type Call, type Round, type RoundResult, startLoader } from '../load';
import type { Figure, Measure } from '../measure';
import { runBareServer } from '../run-bare-server';
import { type FilledWorld, fillWorld } from './fill-world';
import { type MeasuredEmulator, runEmulator } from './run-emulator';

/** Few enough that all are made before the first payment among them begins. */
const count = 2_000;
const transfers = 1_000;

/** How many objects are made a second, each written to disk before its answer leaves. */
export const creates: Measure = {
  name: 'creates',
  run: async (bench) => {
    const loader = startLoader(bench);
    // Webhooks are delivered meanwhile, to a server that only says 200.
    const receiver = await runBareServer(bench, 0);
    const webhookUrl = `http://127.0.0.1:${receiver.port}/`;
    // Each round has an emulator of its own, so that what an earlier one set going disturbs none.
    const rounds = async (create: (world: FilledWorld, server: MeasuredEmulator) => Sent) => {
      const results: RoundResult[] = [];
      for (let round = 0; round < bench.runs; round += 1) {
        const dataDir = bench.newFolder();
        const world = fillWorld(dataDir, transfers);
        const server = await runEmulator(bench, dataDir, webhookUrl);
        results.push(await loader.send({ server, count, ...create(world, server) }));
        await server.stop();
      }
      return results;
    };
    const routines = await rounds((world, server) => {
      return { port: server.apiPort, calls: [createRoutine(world)], wantedStatus: 201 };
    });
    const cards = await rounds((world, server) => {
      return { port: server.securePort, calls: [createCard(world)], wantedStatus: 200 };
    });
    return [
      ...figuresOf('POST /v1/routines', routines),
      ...figuresOf('POST /v1/cards, while webhooks leave', cards),
    ];
  },
};

type Sent = Pick<Round, 'port' | 'calls' | 'wantedStatus'>;

function figuresOf(name: string, results: readonly RoundResult[]): Figure[] {
  const perSecond = results.map((result) => result.requestsPerSecond);
  const cpuMicros = results.map((result) => result.cpuMicros);
  return [
    { name, unit: 'creates/s', values: perSecond },
    { name: '… processor time', unit: 'µs/request', values: cpuMicros },
  ];
}

function createRoutine({ authorization, cardIds }: FilledWorld): Call {
  const json = {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Rent',
    source_id: cardIds[0],
    destination_id: cardIds[1],
    amount: 123.45,
  };
  return { method: 'POST', path: '/v1/routines', authorization, json };
}

export function createCard({ authorization }: FilledWorld): Call {
  const json = {
    card_number: '4000056655665556',
    card_security_code: '123',
    expiration_date: '12/40',
    first_name: 'Edmund',
    last_name: 'Hillary',
    street_line_1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    zip_code: '94304',
    added_by_user: true,
  };
  return { method: 'POST', path: '/v1/cards', authorization, json };
}
