import { setTimeout } from 'node:timers/promises';
import { root } from '../../stack/settings';
import type { Bench } from '../measure';
import { type ServerUnderTest, spawnServer } from '../server-under-test';

export const nextBin = 'node_modules/next/dist/bin/next';

/** A server that takes deliveries. */
export type Door = ServerUnderTest & { readonly port: number; readonly path: string };

type Options = { folder?: string; port: number; path: string; env: Record<string, string> };

/** Starts an app that has been built, and waits until it answers. */
export async function runNext(
  bench: Bench,
  { folder = root, port, path, env }: Options,
): Promise<Door> {
  const words = [nextBin, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1'];
  const server = spawnServer(bench, words, env);
  await untilAnswered(server, port);
  return { ...server, port, path };
}

const lookEveryMs = 100;

/** Waits for any answer; whatever a server that ends instead has said is the error. */
export async function untilAnswered({ child }: ServerUnderTest, port: number): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
    });
  }
  const ask = () => fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
  while ((await ask()) === null) {
    if (child.exitCode !== null) throw new Error(`A server ended early: ${said}`);
    await setTimeout(lookEveryMs);
  }
}
