import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { signatureHeader, signTestWebhook } from '@/lib/astra';
import { env } from '@/lib/env';
import { sendHttp } from '../requests/send-http';
import { until } from '../until';
import type { Event } from '../webhooks';
import { spawnProgram } from './spawn-program';

export const webhookPath = '/api/webhooks/astra';

/** Starts what `npm run ingest` starts with the environment of the tests, on a free port. */
export function spawnIngest(settings: Record<string, string> = {}) {
  const child = spawnProgram('ingest', {
    env: { INGEST_PORT: '0', LOG_LEVEL: 'trace', ...settings },
    output: 'pipe',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = once(child, 'close').then((): Ending => ({ code: child.exitCode, said }));
  return { child, ended, said: () => said, port: () => portOf(child, () => said) };
}

type Ending = { code: number | null; said: string };

function portOf(child: ChildProcess, said: () => string): Promise<number> {
  return until(
    'ingest to listen',
    () => {
      if (child.exitCode !== null) throw new Error(`Ingest ended: ${said()}`);
      return Number(/"port":(\d+)/.exec(said())?.[1] ?? 0) || null;
    },
    60_000,
  );
}

/** The header with which Astra signs this body. */
export function signed(body: string): Record<string, string> {
  return { [signatureHeader]: signTestWebhook(body, env().ASTRA_CLIENT_SECRET) };
}

/** Delivers an event as Astra does. @returns the status; throws when no answer comes. */
export async function deliverTo(
  port: number,
  event: Event,
  headers: Record<string, string> = {},
): Promise<number> {
  const body = JSON.stringify(event);
  const all = { ...headers, ...signed(body) };
  return (await sendHttp({ port, path: webhookPath, headers: all, body })).status;
}
