import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DefinitionList } from '../ui/definition-list';
import { costItems } from './cost-items';

const payment = {
  routineType: 'one-time',
  amountCents: 500n,
  pullCents: 506n,
  pushCents: 500n,
  customerFeeCents: 6n,
};

const shown = (...facts: Parameters<typeof costItems>) =>
  renderToStaticMarkup(<DefinitionList items={costItems(...facts)} />);

test('a receipt has what was taken, what that cost, and what was delivered', () => {
  const html = shown({ amountCents: 500n }, payment);
  for (const words of ['Amount taken', '$5.06', 'Our fee', '$0.06', 'Amount delivered', '$5.00']) {
    expect(html).toContain(words);
  }
  expect(shown({ amountCents: 500n }, { ...payment, pullCents: null })).not.toContain('taken');
});

test.each([
  ['its amount is another one than was confirmed', 499n, payment],
  ['it is one of many payments', 500n, { ...payment, routineType: 'recurring' }],
  ['nothing was confirmed here', 500n, null],
])('a receipt says nothing of costs where %s', (_why, amountCents, confirmed) => {
  expect(shown({ amountCents }, confirmed)).not.toContain('$');
});
