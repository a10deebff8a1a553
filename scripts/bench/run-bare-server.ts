import { z } from 'zod';
import { hearProcess } from './hear-process';
import type { Bench } from './measure';
import { type ServerUnderTest, spawnServer } from './server-under-test';

const address = z.object({ port: z.number() });

/** Starts a server that only answers, for comparing: no machine is as fast as another. */
export async function runBareServer(
  bench: Bench,
  bodyBytes: number,
): Promise<ServerUnderTest & { readonly port: number }> {
  const server = spawnServer(bench, ['scripts/bench/bare-server.ts', `${bodyBytes}`]);
  const { port } = address.parse(await hearProcess(server.child));
  return { ...server, port };
}
