import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Addresses } from '../console/context';
import { isInUse } from './lock';

const content = z.object({ api: z.url(), secure: z.url(), hosted: z.url(), smtp: z.url() });

/** Leaves the addresses of a running emulator in its data folder, for `env` and `npm run astra`. */
export function writeAddresses(dataDir: string, addresses: Addresses): void {
  const { apiUrl: api, secureUrl: secure, hostedUrl: hosted, smtpUrl: smtp } = addresses;
  const text: z.input<typeof content> = { api, secure, hosted, smtp };
  writeFileSync(pathIn(dataDir), `${JSON.stringify(text)}\n`);
}

/** Where the emulator that uses this folder listens; `undefined` when none runs. */
export function readAddresses(dataDir: string): Addresses | undefined {
  // A killed emulator leaves the file behind.
  if (!isInUse(dataDir)) return undefined;
  try {
    const { api, secure, hosted, smtp } = content.parse(
      JSON.parse(readFileSync(pathIn(dataDir), 'utf8')),
    );
    return { apiUrl: api, secureUrl: secure, hostedUrl: hosted, smtpUrl: smtp };
  } catch {
    return undefined;
  }
}

export function removeAddresses(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true });
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'address.json');
}
