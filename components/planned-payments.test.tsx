import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { brand } from '@/lib/brand';
import type { PlannedPayment } from '@/lib/people/list-planned';
import { PlannedPayments } from './planned-payments';

const payment = {
  id: 'one',
  sender: { kind: 'program' },
  amountCents: 499n,
  isPaused: false,
  repeats: false,
  starts: 'Tuesday, January 1, 2030',
} as const;

const shown = (change: Partial<PlannedPayment>, receivesNothing = false) =>
  renderToStaticMarkup(
    <PlannedPayments
      payments={[{ ...payment, ...change }]}
      total={1}
      receivesNothing={receivesNothing}
    />,
  );

test('what the program has planned is told from a person’s plan, even from that of its namesake', () => {
  expect(shown({ sender: { kind: 'program' } })).toContain('Official');
  expect(shown({ sender: { kind: 'person', name: brand.name } })).not.toContain('Official');
});

test('what stays paused after somebody receives again is not said to be paused by their choice', () => {
  const paused = { isPaused: true };
  expect(shown(paused, true)).toContain('They are paused while you receive on “Nothing”.');
  expect(shown(paused)).not.toContain('“Nothing”');
  expect(shown(paused)).toContain('goes on only when whoever sends it resumes it');
  expect(shown({})).toContain('Choose “Nothing” to have them paused.');
});
