import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { defaultSettings, type Settings } from '../settings';
import { startEmulator } from '../start';
import { consoleClient } from './console-client';
import { startReceiver } from './receiver';

export const redirectUri = 'http://localhost:3000/api/astra/callback';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body's `id`; empty when it has none. */
  readonly id: string;
};

/** A real emulator on free ports with an empty world, gone when the test is. */
export async function testEmulator(
  options: { answers?: number[]; settings?: Partial<Settings> } = {},
) {
  const receiver = await startReceiver(options.answers);
  const dataDir = await mkdtemp(join(tmpdir(), 'astra-emulator-'));
  const logged: string[] = [];
  const settings: Settings = {
    ...defaultSettings,
    apiPort: 0,
    securePort: 0,
    hostedPort: 0,
    smtpPort: 0,
    dataDir,
    webhookUrl: receiver.url,
    redirectUris: [redirectUri],
    pace: 'fast',
    strict: true,
    ...options.settings,
  };
  const emulator = await startEmulator(settings, (text) => void logged.push(text));
  onTestFinished(async () => {
    await emulator.close();
    await receiver.close();
    await rm(dataDir, { recursive: true, force: true });
    if (logged.length > 0) throw new Error(`The emulator logged: ${logged.join('\n')}`);
  });
  return { ...emulator, settings, receiver, logged, ...clientOf(emulator) };
}

export type TestEmulator = Awaited<ReturnType<typeof testEmulator>>;

/** The calls of a partner's server. */
export function clientOf(emulator: {
  apiUrl: string;
  hostedUrl: string;
  clientId: string;
  clientSecret: string;
}) {
  const keys = Buffer.from(`${emulator.clientId}:${emulator.clientSecret}`).toString('base64');
  const basic = `Basic ${keys}`;
  const call = (
    method: string,
    path: string,
    options: { auth?: string; json?: unknown; base?: string } = {},
  ) =>
    send(`${options.base ?? emulator.apiUrl}${path}`, {
      method,
      headers: {
        ...(options.auth === undefined ? {} : { authorization: options.auth }),
        ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
    });
  const form = (path: string, fields: Record<string, string>, auth = basic) =>
    send(`${emulator.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: auth },
      body: new URLSearchParams(fields),
    });
  return {
    basic,
    call,
    form,
    token: (fields: Record<string, string>, auth = basic) => form('/v1/oauth/token', fields, auth),
    console: consoleClient(emulator.hostedUrl),
  };
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = z.record(z.string(), z.unknown()).parse(text === '' ? {} : JSON.parse(text));
  const id = typeof body.id === 'string' ? body.id : '';
  return { status: response.status, headers: response.headers, body, id };
}
