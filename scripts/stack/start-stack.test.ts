import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { requireFreePorts } from './ports';
import { root, type StackSettings, testSettings } from './settings';
import { startStack } from './start-stack';

const dataFolder = path.join(root, '.data', `test-${randomUUID()}`);

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

async function ownSettings(): Promise<StackSettings> {
  const [app = 0, api = 0, secure = 0, hosted = 0, smtp = 0] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  const ports = { app, api, secure, hosted, smtp };
  // One database for all tests: making it is what takes long.
  return { ...testSettings, dataFolder, ports, keepsData: true };
}

/** In the order in which a stack takes these steps. */
const titles = [
  'Generating the database client',
  'Starting PostgreSQL',
  'Bringing the database up to date',
  'Starting the emulator of Astra',
  'Starting the worker and the app',
];

test.each(titles)(
  'asked to stop at "%s", it begins nothing more and leaves nothing running',
  { timeout: 60_000 },
  async (title) => {
    const settings = await ownSettings();
    const stop = new AbortController();
    let said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      if (said.includes(title)) stop.abort();
      return true;
    });
    const { signal } = stop;
    const start = startStack({ settings, mode: 'development', ownFile: false, signal });
    await expect(start).rejects.toThrow();
    expect(titles.findLast((begun) => said.includes(begun))).toBe(title);
    expect(existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
    await expect(requireFreePorts(settings)).resolves.toBeUndefined();
  },
);
