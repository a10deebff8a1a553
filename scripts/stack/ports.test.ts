import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { requireFreePorts } from './ports';
import { testSettings } from './settings';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Occupies a port and returns its number. */
function occupy(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}

/** Port 0 is always free. */
const free = { app: 0, api: 0, secure: 0, hosted: 0, smtp: 0 };

test('free ports are no obstacle', async () => {
  await expect(requireFreePorts({ ...testSettings, ports: free })).resolves.toBeUndefined();
});

test('a port that is taken gives one sentence that names it and who needs it', async () => {
  const hosted = await occupy('127.0.0.1');
  const settings = { ...testSettings, ports: { ...free, hosted } };
  await expect(requireFreePorts(settings)).rejects.toThrow(
    new RegExp(`^Port ${hosted}, needed for the emulator's pages, is in use\\. .*try again\\.$`),
  );
});
