import { endProcess, spawnNode } from '../stack/spawn-node';
import { hearProcess } from './hear-process';
import { type Load, type LoadResult, loadResult } from './load-protocol';
import type { Bench } from './measure';
import type { ServerUnderTest } from './server-under-test';

/** Enough on the way that the server never waits for the sender. */
const crowd = { connections: 8, onTheWay: 8 };

/** A request, before it is written out. */
export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
};

/** What is sent where: `count` requests, going round `calls`. */
export type Round = {
  readonly server: ServerUnderTest;
  readonly port: number;
  readonly calls: readonly Call[];
  readonly count: number;
  /** Any other answer ends the benchmark, but one with `refusedStatus`. */
  readonly wantedStatus: number;
  readonly refusedStatus?: number;
  /** So many connections, with one request under way on each, instead of a crowd. */
  readonly connections?: number;
  /** Requests leave at this pace, instead of as fast as they are answered. */
  readonly perSecond?: number;
};

export type RoundResult = {
  readonly requestsPerSecond: number;
  /** The server's processor time for each request. */
  readonly cpuMicros: number;
} & Pick<LoadResult, 'p50' | 'p99' | 'refused'>;

/** The sender of requests, a process of its own. */
export type Loader = {
  send(round: Round): Promise<RoundResult>;
  /** The largest share of its time that the sender was busy. Near 1, it was the slow one. */
  mostBusy(): number;
};

export function startLoader(bench: Bench): Loader {
  const words = ['--import', 'tsx', 'scripts/bench/load-worker.ts'];
  const child = spawnNode(words, { output: 'inherit' });
  bench.atEnd(() => endProcess(child));
  let mostBusy = 0;
  return {
    send: async ({ server, calls, connections, ...round }) => {
      const { port, count } = round;
      const requests = calls.map((call) => requestText(port, call));
      const lanes = connections === undefined ? crowd : { connections, onTheWay: 1 };
      const load: Load = { ...round, ...lanes, requests };
      const cpuBefore = await server.cpu();
      const { seconds, busy, ...rest } = loadResult.parse(await hearProcess(child, load));
      const cpuMicros = ((await server.cpu()) - cpuBefore) / count;
      mostBusy = Math.max(mostBusy, busy);
      return { requestsPerSecond: count / seconds, cpuMicros, ...rest };
    },
    mostBusy: () => mostBusy,
  };
}

function requestText(port: number, { method, path, authorization, headers, json }: Call): string {
  const all = { host: `127.0.0.1:${port}`, ...(authorization && { authorization }), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  lines.unshift(`${method} ${path} HTTP/1.1`);
  if (json === undefined) return `${lines.join('\r\n')}\r\n\r\n`;
  const body = JSON.stringify(json);
  lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
