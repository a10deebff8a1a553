import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReceivingNotice } from './receiving-notice';

const expired = { end: { kind: 'card', id: 'one' }, fault: 'This card has expired.' } as const;

test('somebody whose card for receiving is dead hears why, and is led to choose again', () => {
  const html = renderToStaticMarkup(<ReceivingNotice choice={expired} />);
  expect(html).toContain('The card that you chose to receive on cannot take money');
  expect(html).toContain('This card has expired.');
  expect(html).toContain('href="/settings/receiving"');
});

test('where they can choose again, nothing leads there', () => {
  const html = renderToStaticMarkup(<ReceivingNotice choice={expired} isWhereChosen />);
  expect(html).toContain('This card has expired.');
  expect(html).not.toContain('href');
});

test('nothing is said while the choice can receive, or where nothing was chosen', () => {
  for (const choice of [null, { ...expired, fault: null }]) {
    expect(renderToStaticMarkup(<ReceivingNotice choice={choice} />)).toBe('');
  }
});
