import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Bench } from '../measure';
import { type ServerUnderTest, spawnServer } from '../server-under-test';

const readyLine = z.object({ api: z.url(), secure: z.url(), hosted: z.url() });

/** Where webhooks go when nobody is to get them: a port that nothing listens on. */
const nobody = 'http://127.0.0.1:9/';

export type MeasuredEmulator = ServerUnderTest & {
  readonly apiPort: number;
  readonly securePort: number;
  /** Asks for one of the emulator's commands, and waits until it is done. */
  readonly control: (name: string, parameters: Record<string, unknown>) => Promise<void>;
};

/** Starts an emulator as `npm run emulator` does, on free ports, and waits until it listens. */
export async function runEmulator(
  bench: Bench,
  dataDir: string,
  webhookUrl = nobody,
): Promise<MeasuredEmulator> {
  const ports = ['api', 'secure', 'hosted', 'smtp'].flatMap((name) => [`--${name}-port`, '0']);
  const options = ['--data-dir', dataDir, '--webhook-url', webhookUrl, ...ports];
  const server = spawnServer(bench, ['emulator/main.ts', 'serve', ...options]);
  const { stdout, stderr } = server.child;
  if (stdout === null || stderr === null) throw new Error('The emulator cannot be read.');
  let said = '';
  stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = once(server.child, 'exit').then(() => {
    throw new Error(`The emulator ended early: ${said}`);
  });
  const [line]: unknown[] = await Promise.race([once(createInterface(stdout), 'line'), ended]);
  ended.catch(() => undefined);
  const addresses = readyLine.parse(JSON.parse(String(line)));
  const portIn = (url: string) => Number(new URL(url).port);
  const control = async (name: string, parameters: Record<string, unknown>) => {
    const url = `${addresses.hosted}/console/api/control/${name.replaceAll(' ', '/')}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(parameters) });
    if (answer.status !== 200) throw new Error(`${name} was answered ${answer.status}.`);
    await answer.text();
  };
  return {
    ...server,
    apiPort: portIn(addresses.api),
    securePort: portIn(addresses.secure),
    control,
  };
}
