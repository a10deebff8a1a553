import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './settings';

/**
 * Starts a process that starts a part, and kills that process once the part runs. The part holds a
 * connection to here for as long as it runs.
 *
 * @returns all that the part wrote there until it ended.
 */
async function killStarterOf(part: string): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const connect = `const connection = require('node:net').connect(${port}, '127.0.0.1').resume();`;
  const program = `
    import { startChild } from './scripts/stack/children.ts';
    startChild({ name: 'part', words: ['--eval', ${JSON.stringify(connect + part)}] });
  `;
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const starter = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
  const [connection] = await once(server, 'connection');
  onTestFinished(() => {
    // Whatever the test found, the part has nothing left to run for then.
    connection.destroy();
    server.close();
  });
  starter.kill('SIGKILL');
  return text(connection);
}

test('a part ends by itself when whoever started it was killed', async () => {
  await expect(killStarterOf('')).resolves.toBe('');
});

test('a part whose starter was killed may finish what it has begun', async () => {
  const part = `process.on('SIGTERM', () => connection.end('done', () => process.exit(0)));`;
  await expect(killStarterOf(part)).resolves.toBe('done');
});
