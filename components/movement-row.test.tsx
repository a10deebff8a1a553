import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MovementRow } from './movement-row';

const shown = (planned: string | null) =>
  renderToStaticMarkup(
    <MovementRow
      href="/payments/one"
      name="Rent"
      cents={499}
      at={new Date('2026-11-21T10:00:00Z')}
      planned={planned}
      badge={null}
    />,
  );

test('what is planned shows the day that it is planned for, not the day on which it was set up', () => {
  const html = shown('On Monday, January 6, 2031');
  expect(html).toContain('On Monday, January 6, 2031');
  expect(html).not.toContain('2026');
});

test('what has begun shows when', () => {
  expect(shown(null)).toContain('2026');
});
