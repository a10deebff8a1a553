import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { isLocalHost } from './server/local-host';
import { portOf } from './server/port-of';
import { control } from './testing/control';
import { clientOf } from './testing/emulator';
import { person } from './testing/person';
import { run, runAstra, serveProcess, temporaryDir } from './testing/process';
import { startReceiver } from './testing/receiver';
import { planWeeklyPayments } from './testing/recurring';
import { waitFor } from './testing/wait-for';

function readEnv(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
  );
}

test('env prints all a partner needs, before and after the first start, and always the same', async () => {
  const dataDir = join(await temporaryDir(), 'deep', 'data');
  const first = await run(['env', '--data-dir', dataDir, '--api-port', '5999']);
  const second = await run(['env', '--data-dir', dataDir, '--api-port', '5999']);
  expect(first).toEqual({ code: 0, out: second.out, err: '' });
  const env = readEnv(first.out);
  expect(env).toEqual({
    ASTRA_API_URL: 'http://127.0.0.1:5999',
    ASTRA_SECURE_URL: 'http://127.0.0.1:4011',
    ASTRA_APP_URL: 'http://127.0.0.1:4012',
    ASTRA_CLIENT_ID: expect.stringMatching(/^[0-9a-f]{32}$/),
    ASTRA_CLIENT_SECRET: expect.stringMatching(/^[0-9a-f]{32}$/),
    ASTRA_INSTITUTION_ID: 'astra_ins_100',
    ASTRA_REDIRECT_URI: 'http://localhost:3000/api/astra/callback',
    BALANCE_PUBLIC_KEY: 'astra_ins_100',
    BALANCE_PRIVATE_KEY: env.ASTRA_CLIENT_SECRET,
    EMAIL_SERVER: 'smtp://127.0.0.1:4025',
  });
  expect((await stat(join(dataDir, 'client.json'))).mode & 0o777).toBe(0o600);
});

test('env names the credentials in the address that is asked for balances, if there are any', async () => {
  const dataDir = await temporaryDir();
  const printed = async (balanceUrl: string) =>
    parseEnv((await run(['env', '--data-dir', dataDir, '--balance-url', balanceUrl])).out);
  const withCredentials = await printed('http://astra:p%40ss%20%23word@localhost:3000/balance');
  expect(withCredentials).toMatchObject({
    BALANCE_USERNAME: 'astra',
    BALANCE_PASSWORD: 'p@ss #word',
  });
  expect(withCredentials).not.toHaveProperty('BALANCE_PUBLIC_KEY');
  expect(await printed('http://localhost:3000/balance')).toHaveProperty('BALANCE_PUBLIC_KEY');
});

test('env names the addresses at which the emulator of its data folder really listens', async () => {
  const dataDir = await temporaryDir();
  const emulator = await serveProcess(['--data-dir', dataDir]);
  const printed = async () =>
    readEnv((await run(['env', '--data-dir', dataDir, '--api-port', '0'])).out);
  expect(await printed()).toMatchObject({
    ASTRA_API_URL: emulator.ready.api,
    ASTRA_SECURE_URL: emulator.ready.secure,
    ASTRA_APP_URL: emulator.ready.hosted,
    EMAIL_SERVER: emulator.ready.smtp,
  });
  await emulator.stop('SIGKILL');
  expect(await printed()).toMatchObject({ ASTRA_APP_URL: 'http://127.0.0.1:4012' });
});

test('everything answered survives a kill, and unfinished work goes on', async () => {
  const dataDir = await temporaryDir();
  const receiver = await startReceiver();
  onTestFinished(receiver.close);
  const args = ['--data-dir', dataDir, '--pace', 'fast', '--webhook-url', receiver.url];
  const env = readEnv((await run(['env', '--data-dir', dataDir])).out);
  const keys = { clientId: env.ASTRA_CLIENT_ID ?? '', clientSecret: env.ASTRA_CLIENT_SECRET ?? '' };
  const before = await serveProcess(args);
  const partner = clientOf({ ...keys, apiUrl: before.ready.api, hostedUrl: before.ready.hosted });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      partner.call('POST', '/v1/user_intent', {
        auth: partner.basic,
        json: person({ email: `p${index}@example.com` }),
      }),
    ),
  );
  await before.stop('SIGKILL');

  const after = await serveProcess(args);
  const again = clientOf({ ...keys, apiUrl: after.ready.api, hostedUrl: after.ready.hosted });
  for (const { id } of answers) {
    const read = () => again.call('GET', `/v1/user_intent/${id}`, { auth: again.basic });
    await waitFor('the decision', async () => (await read()).body.status === 'approved');
  }
  await waitFor('all webhooks', () => {
    return new Set(receiver.received.map(({ event }) => event.resource_id)).size === 20;
  });
  expect((await after.stop('SIGTERM')).code).toBe(0);
});

test('one line of JSON says when it is ready, and a signal ends it at once, open streams or not', async () => {
  const dataDir = await temporaryDir();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const emulator = await serveProcess(['--data-dir', dataDir]);
    expect(emulator.lines()).toHaveLength(1);
    expect(emulator.ready).toMatchObject({
      ready: true,
      console: `${emulator.ready.hosted}/console`,
      mailbox: `${emulator.ready.hosted}/console/mailbox`,
      smtp: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
    });
    const stream = await fetch(`${emulator.ready.hosted}/console/events`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect((await emulator.stop(signal)).code).toBe(0);
    await stream.body?.cancel().catch(() => undefined);
  }
});

test('a second emulator on the same data folder is refused in one sentence', async () => {
  const dataDir = await temporaryDir();
  const first = await serveProcess(['--data-dir', dataDir]);
  const ports = ['--api-port', '0', '--secure-port', '0', '--hosted-port', '0', '--smtp-port', '0'];
  const second = await run([...ports, '--data-dir', dataDir]);
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain(`${dataDir} is in use by another emulator (process ${first.pid})`);
});

test('a port in use is named in one sentence', async () => {
  const dataDir = await temporaryDir();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void holder.close());
  const port = portOf(holder);
  const ports = ['--api-port', '0', '--hosted-port', '0', '--smtp-port', '0'];
  const answer = await run([...ports, '--secure-port', `${port}`, '--data-dir', dataDir]);
  expect(answer).toMatchObject({ code: 1, out: '' });
  expect(answer.err).toBe(
    `Port ${port} (secure host) is already in use. Stop the program that listens there, or choose another port with --secure-port.\n`,
  );
});

test('it does not start in production, and says why', async () => {
  const dataDir = await temporaryDir();
  const answer = await run(['serve', '--data-dir', dataDir], { NODE_ENV: 'production' });
  expect(answer.code).toBe(1);
  expect(answer.err).toContain('does not start with NODE_ENV=production');
});

test.each([
  [['fly'], 'Unknown command "fly"'],
  [['--speed', '9'], '--speed'],
  [['--api-port', 'x'], '--api-port must be a number'],
  [['--fees', 'x'], '--fees must be additive or subtractive'],
  [['--pace', 'warp'], '--pace must be one of slow, fast'],
  [['--redirect-uri', 'localhost'], '--redirect-uri must be an address'],
])('the arguments %s are refused with a hint', async (args, text) => {
  const answer = await run(args);
  expect(answer.code).toBe(1);
  expect(answer.err).toContain(text);
});

test('--help explains every option', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('npm run emulator -- [options]');
  for (const option of ['--api-port', '--data-dir', '--webhook-url', '--redirect-uri', '--pace']) {
    expect(out).toContain(option);
  }
});

test('it lets other computers in only when told so explicitly', async () => {
  const dataDir = await temporaryDir();
  const answer = await run(['serve', '--data-dir', dataDir, '--host', '0.0.0.0']);
  expect(answer.code).toBe(1);
  expect(answer.err).toContain('--allow-remote');
});

test('the loopback address of IPv6 lets nobody else in, and stands in brackets', async () => {
  const answer = await run(['env', '--data-dir', await temporaryDir(), '--host', '::1']);
  expect(answer.err).toBe('');
  expect(readEnv(answer.out)).toMatchObject({
    ASTRA_API_URL: 'http://[::1]:4010',
    EMAIL_SERVER: 'smtp://[::1]:4025',
  });
  expect(isLocalHost('[::1]:4010', 4010)).toBe(true);
  expect(isLocalHost('[::2]:4010', 4010)).toBe(false);
  expect(isLocalHost('::1:4010', 4010)).toBe(false);
});

test('npm run astra finds a running emulator by its data folder and asks it', async () => {
  const dataDir = await temporaryDir();
  const emulator = await serveProcess(['--data-dir', dataDir]);
  const advanced = await runAstra(['clock', 'advance', '8d', '--data-dir', dataDir]);
  expect(advanced.err).toBe('');
  expect(JSON.parse(advanced.out)).toMatchObject({ mode: 'running' });
  const url = ['--url', emulator.ready.hosted];
  const added = await runAstra([
    'fault',
    'add',
    'rate_limited',
    '--retry-after-seconds',
    '9',
    ...url,
  ]);
  expect(JSON.parse(added.out)).toMatchObject({ retry_after_seconds: 9, on: '*' });
  const wrong = await runAstra(['clock', 'advance', 'sometime', ...url]);
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('is no time to advance to');
  expect((await runAstra(['dance', ...url])).err).toContain('There is no command "dance"');
  const half = await runAstra(['snapshot', ...url]);
  expect(half.err).toContain('There is "snapshot save", "snapshot restore", "snapshot list".');
}, 30_000);

test('npm run astra lists its commands without a running emulator', async () => {
  const listed = await runAstra(['--help', '--data-dir', await temporaryDir()]);
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toContain('  clock advance TO ');
}, 30_000);

test('an advance that a kill interrupts goes on at the next start', async () => {
  const dataDir = await temporaryDir();
  const start = '2026-03-02T15:00:00Z';
  planWeeklyPayments(dataDir, { start, routines: 100 });
  const receiver = await startReceiver();
  onTestFinished(receiver.close);
  const args = ['--data-dir', dataDir, '--webhook-url', receiver.url];
  const freeze = ['--freeze-at', start];
  const first = await serveProcess([...args, ...freeze]);
  const advance = control({ hostedUrl: first.ready.hosted }, 'clock advance', { to: '30d' });
  const broken = expect(advance).rejects.toThrow();
  await waitFor('the first webhooks', () => receiver.received.length > 20);
  await first.stop('SIGKILL');
  await broken;
  const second = await serveProcess(args);
  await waitFor('the end of the month', async () => {
    const status = await control({ hostedUrl: second.ready.hosted }, 'status');
    return status.transfers === 500 && JSON.stringify(status.clock).includes('"frozen"');
  });
}, 60_000);
