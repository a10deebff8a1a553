import { expect, test } from 'vitest';
import { paces } from '../clock/pace';
import { control } from '../testing/control';
import { testEmulator } from '../testing/emulator';
import { createIntent, decided, person } from '../testing/person';
import { waitFor } from '../testing/wait-for';

test('a webhook is tried again with the same id until the answer is exactly 200, each wait twice as long', async () => {
  const settings = { freezeAtMs: Date.parse('2026-03-02T15:00:00Z') };
  const emulator = await testEmulator({ answers: [500, 204, 302], settings });
  await createIntent(emulator, person());
  await control(emulator, 'clock advance', { to: '1h' });
  const [delivery] = await emulator.console.deliveries();
  expect(delivery?.status).toBe('delivered');
  expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([500, 204, 302, 200]);
  expect(delivery?.attempts[0]?.note).toBe('seen');
  const bodies = new Set(emulator.receiver.received.map(({ body }) => body));
  expect([...bodies]).toEqual([delivery?.body]);
  const times = delivery?.attempts.map((attempt) => attempt.atMs) ?? [];
  const { firstRetryMs } = paces.fast;
  const waits = times.slice(1).map((time, place) => time - (times[place] ?? 0));
  expect(waits).toEqual([firstRetryMs, 2 * firstRetryMs, 4 * firstRetryMs]);
});

test('after the first attempt there are ten more within about five hours, and then no others', async () => {
  const settings = { freezeAtMs: Date.parse('2026-03-02T15:00:00Z'), pace: 'slow' as const };
  const answers = Array.from({ length: 12 }, () => 500);
  const emulator = await testEmulator({ answers, settings });
  await createIntent(emulator, person());
  await control(emulator, 'clock advance', { to: '1d' });
  const [delivery] = await emulator.console.deliveries();
  expect(delivery?.status).toBe('gave_up');
  const times = delivery?.attempts.map((attempt) => attempt.atMs) ?? [];
  expect(times).toHaveLength(11);
  const hours = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 3_600_000;
  expect(hours).toBeCloseTo(5, 2);
  expect(emulator.logged.splice(0)).toEqual([expect.stringContaining('gave up after 11 attempts')]);
});

test('a partner that is down is recorded as such', async () => {
  const emulator = await testEmulator({ settings: { webhookUrl: 'http://127.0.0.1:9/' } });
  await createIntent(emulator, person());
  const delivery = await waitFor('an attempt', async () => {
    const [first] = await emulator.console.deliveries();
    return first?.attempts.length ? first : undefined;
  });
  expect(delivery.attempts[0]?.status).toBeNull();
  expect(delivery.attempts[0]?.note).not.toBe('');
});

test('Resend sends the same body once more, for the console’s own pages only', async () => {
  const emulator = await testEmulator();
  await decided(emulator, await createIntent(emulator, person()));
  const first = await waitFor('the webhook', () => emulator.receiver.received[0]);
  await waitFor('its record', async () => {
    const [delivery] = await emulator.console.deliveries();
    return delivery?.status === 'delivered';
  });
  const url = `${emulator.hostedUrl}/console/webhooks/${first.event.webhook_id}/resend`;
  const post = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', headers, redirect: 'manual' });
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ origin: 'null' })).status).toBe(403);
  expect((await post({ origin: emulator.hostedUrl, 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  );
  expect(emulator.receiver.received).toHaveLength(1);
  expect((await post({ origin: emulator.hostedUrl })).status).toBe(303);
  const second = await waitFor('the second copy', () => emulator.receiver.received[1]);
  expect(second.body).toBe(first.body);
});
