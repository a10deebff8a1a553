import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BatchStanding } from './batch-standing';

const astraCreatedAt = new Date('2026-11-24T13:30:00Z');
const astraUpdatedAt = new Date('2026-11-25T13:30:00Z');

test.each([
  ['pending', 'Under way', astraCreatedAt],
  ['processed', 'Done', astraUpdatedAt],
  ['failed', 'Failed', astraUpdatedAt],
  ['on_hold', 'on_hold', astraUpdatedAt],
  ['constructor', 'constructor', astraUpdatedAt],
])('a daily debit that is %s is said to be %s, with its date', (status, words, at) => {
  const batch = { astraId: 'batch', status, astraCreatedAt, astraUpdatedAt };
  const shown = renderToStaticMarkup(<BatchStanding batch={batch} />);
  expect(shown).toContain(words);
  expect(shown).toContain(at.toISOString());
});

test('a daily debit without dates is shown without them', () => {
  const batch = { astraId: 'batch', status: 'pending', astraCreatedAt: null, astraUpdatedAt: null };
  expect(renderToStaticMarkup(<BatchStanding batch={batch} />)).not.toContain('<time');
});
