import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from '../server/port-of';
import { ask, control, settled } from '../testing/control';
import { testEmulator } from '../testing/emulator';
import { addCard, createIntent, onboard, person } from '../testing/person';
import { temporaryDir } from '../testing/process';
import { waitFor } from '../testing/wait-for';
import { readDuration, readMoment } from './moments';

const monday = Date.parse('2026-03-02T15:00:00Z');

/** An emulator at the people's pace whose clock stands still. */
function frozenEmulator(settings: Record<string, unknown> = {}, answers: number[] = []) {
  return testEmulator({
    answers,
    settings: { freezeAtMs: monday, pace: 'slow', ...settings },
  });
}

test('nothing later happens while time stands still, and all of it at its own time when it moves', async () => {
  const emulator = await frozenEmulator();
  const id = await createIntent(emulator, person());
  const read = () => emulator.call('GET', `/v1/user_intent/${id}`, { auth: emulator.basic });
  await settled(emulator);
  expect((await read()).body.status).toBe('pending');
  await control(emulator, 'clock advance', { to: '3h' });
  expect((await read()).body.status).toBe('approved');
  expect(emulator.receiver.received).toHaveLength(1);
  const [delivery] = await emulator.console.deliveries();
  expect(delivery?.attempts[0]?.atMs).toBe(monday + 2_500);
  expect((await control(emulator, 'clock show')).now).toBe('2026-03-02T18:00:00.000Z');
});

test('the answers to webhooks decide, on the way, when the next attempts are made', async () => {
  const emulator = await frozenEmulator({}, [500, 503]);
  await createIntent(emulator, person());
  await control(emulator, 'clock advance', { to: '1d' });
  const [delivery] = await emulator.console.deliveries();
  const times = delivery?.attempts.map(({ atMs }) => atMs - monday);
  expect(times).toEqual([2_500, 2_500 + 17_600, 2_500 + 17_600 + 35_200]);
});

test('a clock that runs goes on running from where an advance has led', async () => {
  const emulator = await testEmulator();
  const before = Date.now();
  const shown = await control(emulator, 'clock advance', { to: '8d' });
  expect(shown.mode).toBe('running');
  const now = Date.parse(String(shown.now));
  expect(now).toBeGreaterThanOrEqual(before + 8 * 86_400_000);
  expect(now).toBeLessThan(before + 8 * 86_400_000 + 60_000);
});

test('tokens end by the emulated clock', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  await control(emulator, 'clock advance', { to: '119m' });
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(200);
  await control(emulator, 'clock advance', { to: '2m' });
  expect((await emulator.call('GET', '/v1/user', { auth })).status).toBe(401);
});

test('a restart finds the clock where it stood, and what was planned still planned', async () => {
  const dataDir = await temporaryDir();
  const first = await frozenEmulator({ dataDir });
  const id = await createIntent(first, person());
  await control(first, 'clock advance', { to: '1s' });
  await first.close();
  const again = await frozenEmulator({ dataDir });
  expect(await control(again, 'clock show')).toMatchObject({
    now: '2026-03-02T15:00:01.000Z',
    mode: 'frozen',
  });
  await control(again, 'clock advance', { to: '10s' });
  const read = await again.call('GET', `/v1/user_intent/${id}`, { auth: again.basic });
  expect(read.body.status).toBe('approved');
});

test('the clock does not go back, and says so', async () => {
  const emulator = await frozenEmulator();
  await expect(control(emulator, 'clock advance', { to: '2020-01-01' })).rejects.toThrow(
    'does not go back',
  );
  await expect(control(emulator, 'clock advance', { to: 'soon' })).rejects.toThrow('no time');
});

test.each([
  '99999999d',
  '300000d',
  '+275000-01-01',
  '9999-12-31',
  '1969-01-01',
  '99999999999999999999w',
])(
  'a moment that no calendar of the emulator reaches, %s, is refused, and everything goes on',
  async (to) => {
    const emulator = await frozenEmulator();
    await expect(control(emulator, 'clock advance', { to })).rejects.toThrow('from 1970 to 2199');
    expect((await ask(emulator, 'reset', { at: to })).status).toBe(400);
    expect((await ask(emulator, 'secret rotate', { accept_old_for: to })).status).toBe(400);
    const fault = { kind: 'latency', for: to };
    expect((await ask(emulator, 'fault add', fault)).status).toBe(400);
    expect((await control(emulator, 'clock show')).now).toBe('2026-03-02T15:00:00.000Z');
  },
);

test('a freeze stops an advance on its way, and those behind it, and they say where', async () => {
  const silent = createServer();
  const asked = once(silent, 'request');
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const webhookUrl = `http://127.0.0.1:${portOf(silent)}/`;
  const emulator = await frozenEmulator({ webhookUrl });
  await createIntent(emulator, person());
  const advances = ['100d', '1d'].map((to) => control(emulator, 'clock advance', { to }));
  await asked;
  const there = '2026-03-02T15:00:02.500Z';
  expect(await control(emulator, 'clock freeze')).toMatchObject({ now: there, mode: 'frozen' });
  for (const advance of advances) expect(await advance).toMatchObject({ stopped_at: there });
});

test('an advance that arrives was stopped nowhere', async () => {
  const emulator = await frozenEmulator();
  expect(await control(emulator, 'clock advance', { to: '1d' })).toMatchObject({
    now: '2026-03-03T15:00:00.000Z',
    stopped_at: null,
  });
});

test('freezing a running clock keeps it still, and running lets it go on', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  await control(emulator, 'clock freeze');
  const one = await control(emulator, 'clock show');
  const card = await addCard(emulator, auth, '4000000000001018');
  await settled(emulator);
  expect(card.body.status).toBe('approved');
  expect((await control(emulator, 'clock show')).now).toBe(one.now);
  await control(emulator, 'clock run');
  await waitFor('the review', async () => {
    const { body } = await emulator.call('GET', `/v1/cards/${card.id}`, { auth });
    return body.status === 'flagged';
  });
});

test('durations and moments are read as people write them', () => {
  expect(readDuration('1h30m')).toBe(5_400_000);
  expect(readDuration('8d')).toBe(691_200_000);
  expect(readDuration('3 hours')).toBeNull();
  const friday = Date.parse('2026-07-02T20:00:00Z');
  // The Fourth of July is a Saturday in 2026: the Friday before is no holiday of the banks.
  expect(readMoment('next-business-day', friday)).toBe(Date.parse('2026-07-03T13:00:00Z'));
  const thanksgiving = Date.parse('2026-11-25T20:00:00Z');
  expect(readMoment('next-business-day', thanksgiving)).toBe(Date.parse('2026-11-27T14:00:00Z'));
});
