import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { brand } from '@/lib/brand';
import type { Sender } from '@/lib/transfers/received/show-received';
import { PlannedPayments } from './planned-payments';

const shown = (sender: Sender) =>
  renderToStaticMarkup(
    <PlannedPayments
      payments={[
        {
          id: 'one',
          sender,
          amountCents: 499n,
          isPaused: false,
          repeats: false,
          starts: 'Tuesday, January 1, 2030',
        },
      ]}
      total={1}
    />,
  );

test('what the program has planned is told from a person’s plan, even from that of its namesake', () => {
  expect(shown({ kind: 'program' })).toContain('Official');
  expect(shown({ kind: 'person', name: brand.name })).not.toContain('Official');
});
