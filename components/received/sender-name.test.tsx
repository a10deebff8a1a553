import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { brand } from '@/lib/brand';
import { SenderName } from './sender-name';

test('money of the program has a mark beside its name', () => {
  const shown = renderToStaticMarkup(<SenderName sender={{ kind: 'program' }} />);
  expect(shown).toContain(brand.name);
  expect(shown).toContain('Official</span>');
});

test.each([brand.name, `${brand.name} Official`, `${brand.name} <b>Official</b>`])(
  'somebody called “%s” has no mark, for a name is text alone',
  (name) => {
    const shown = renderToStaticMarkup(<SenderName sender={{ kind: 'person', name }} />);
    expect(shown).not.toContain('<');
    expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toBe(name);
  },
);
