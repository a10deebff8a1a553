import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { OpenEvent } from '@/lib/operator/webhooks/list-open-events';
import { OpenEvents } from './open-events';

const event: OpenEvent = {
  id: 'one',
  environment: 'emulator',
  otherEnvironment: null,
  webhookType: 'transfer_updated',
  resourceId: 'a-transfer',
  astraUserId: null,
  status: 'received',
  outcome: null,
  receivedAt: new Date('2026-11-24T12:00:00Z'),
  canRetry: false,
};

const shown = (what: Partial<OpenEvent>) =>
  renderToStaticMarkup(
    <OpenEvents
      events={[{ ...event, ...what }]}
      retry={() => Promise.resolve({ status: 'idle' })}
    />,
  );

const elsewhere = { environment: 'production', otherEnvironment: 'production' };

test('an event that waits says why, or that its turn comes', () => {
  expect(shown({})).toContain('Its turn has not come yet.');
  expect(shown({ outcome: 'Waiting: Astra cannot be reached. It is tried again.' })).toContain(
    'Astra cannot be reached.',
  );
});

test('an event of another environment of Astra does not say that it is tried again', () => {
  for (const outcome of [null, 'Waiting: Astra cannot be reached. It is tried again.']) {
    const html = shown({ ...elsewhere, outcome });
    expect(html).toContain('until this app is connected to Astra’s production again');
    expect(html).not.toMatch(/turn|tried/);
  }
});

test('an event of another environment that was given up says why', () => {
  const html = shown({ ...elsewhere, status: 'parked', outcome: 'Astra does not show it.' });
  expect(html).toContain('Astra does not show it.');
  expect(html).toContain('from Astra’s production');
});
