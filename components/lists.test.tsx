import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { EmptyList } from './empty-list';
import { ListFreshness } from './list-freshness';

const at = new Date('2026-11-21T10:00:00Z');
const failed = { readAt: at, failedAt: at };

const emptyList = (read: { readAt: Date | null } | null) =>
  renderToStaticMarkup(
    <EmptyList read={read} what="cards">
      No cards yet
    </EmptyList>,
  );

test('before Astra was asked, or while it does not answer, nobody is told that they have nothing', () => {
  for (const read of [null, { readAt: null }]) {
    expect(emptyList(read)).toContain('Asking Astra for your cards.');
    expect(emptyList(read)).not.toContain('No cards yet');
  }
  expect(emptyList({ readAt: at })).toBe('No cards yet');
});

test('a list that could not be read says so, and that it is tried again', () => {
  const shown = renderToStaticMarkup(<ListFreshness read={failed} what="cards" step="done" />);
  expect(shown).toContain('Your cards could not be checked with Astra just now.');
  expect(shown).toContain('It is tried again by itself.');
});

test('to somebody whose connection has ended nothing promises another try', () => {
  const shown = renderToStaticMarkup(
    <ListFreshness read={failed} what="cards" step="reauthorize" />,
  );
  expect(shown).toContain('Checked with Astra');
  expect(shown).not.toContain('tried again');
});
