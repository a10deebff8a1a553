import { endProcess, spawnNode } from '../stack/spawn-node';
import { hearProcess } from './hear-process';
import { type Load, loadResult } from './load-protocol';
import type { Bench } from './measure';
import type { ServerUnderTest } from './server-under-test';

/** Enough on the way that the server never waits for the sender. */
const crowd = { connections: 8, onTheWay: 8 };

/** A request, before it is written out. */
export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly authorization: string;
  readonly json?: object;
};

/** What is sent where: `count` requests, going round `calls`. */
export type Round = {
  readonly server: ServerUnderTest;
  readonly port: number;
  readonly calls: readonly Call[];
  readonly count: number;
  /** Any other answer ends the benchmark. */
  readonly wantedStatus: number;
};

export type RoundResult = {
  readonly requestsPerSecond: number;
  /** The server's processor time for each request. */
  readonly cpuMicros: number;
};

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
    send: async ({ server, port, calls, count, wantedStatus }) => {
      const requests = calls.map((call) => requestText(port, call));
      const load: Load = { port, requests, count, wantedStatus, ...crowd };
      const cpuBefore = await server.cpu();
      const { seconds, busy } = loadResult.parse(await hearProcess(child, load));
      const cpuMicros = ((await server.cpu()) - cpuBefore) / count;
      mostBusy = Math.max(mostBusy, busy);
      return { requestsPerSecond: count / seconds, cpuMicros };
    },
    mostBusy: () => mostBusy,
  };
}

function requestText(port: number, { method, path, authorization, json }: Call): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: ${authorization}`,
  ];
  if (json === undefined) return `${lines.join('\r\n')}\r\n\r\n`;
  const body = JSON.stringify(json);
  lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
