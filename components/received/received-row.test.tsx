import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceivedRow } from './received-row';

const shown = (status: string) =>
  renderToStaticMarkup(
    <ReceivedRow
      received={{
        direction: 'received',
        id: 'one',
        astraId: 'one',
        sender: { kind: 'person', name: 'Edmund H.' },
        to: null,
        amountCents: 499n,
        status,
        history: [],
        startedAt: new Date('2026-11-21T10:00:00Z'),
        estimatedClearing: null,
      }}
    />,
  );

test.each(['pending', 'processed'])('money that is %s has a plus', (status) => {
  expect(shown(status)).toContain('+$4.99');
});

test.each(['failed', 'cancelled'])(
  'money that is %s did not come in, so it has no plus',
  (status) => {
    expect(shown(status)).toContain('$4.99');
    expect(shown(status)).not.toContain('+');
  },
);
