import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Nav } from './nav';

const place = vi.hoisted(() => ({ pathname: '' }));
vi.mock('next/navigation', () => ({ usePathname: () => place.pathname }));

test.each([
  ['/home', 'Home'],
  ['/cards/one', 'Cards'],
  ['/accounts/add/bank', 'Banks'],
  ['/send', 'Send'],
  ['/routines/one', 'Routines'],
  ['/transfers', 'Activity'],
  ['/payments/one', 'Activity'],
  ['/settings/receiving', undefined],
])('at %s, the navigation marks %s', (pathname, marked) => {
  place.pathname = pathname;
  const [, shown] =
    /aria-current="page".*?([A-Z][a-z]+)<\/a>/.exec(renderToStaticMarkup(<Nav />)) ?? [];
  expect(shown).toBe(marked);
});
