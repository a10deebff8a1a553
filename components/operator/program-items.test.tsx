import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DefinitionList } from '../ui/definition-list';
import { programItems } from './program-items';

const shown = (facts: Parameters<typeof programItems>[0]) =>
  renderToStaticMarkup(<DefinitionList items={programItems(facts)} />);

test('operators see whose address is paid, our fee, and what Astra takes', () => {
  const html = shown({ payeeEmail: 'ann@example.com', customerFeeCents: 0n, astraFeeCents: 45n });
  for (const words of ['ann@example.com', 'Our fee', '$0.00', 'Astra’s fee', '$0.45']) {
    expect(html).toContain(words);
  }
});

test('a fee that Astra did not preview is not shown as none', () => {
  const html = shown({ payeeEmail: null, customerFeeCents: null, astraFeeCents: null });
  expect(html).toContain('Not told beforehand');
  expect(html).not.toContain('$');
});
