import { expect, test } from 'vitest';
import { sameSiteStep, tookSameSiteStep } from './same-site-step';

const callback = 'http://localhost:3000/api/astra/callback';

/** Where the page leads, as a browser reads it. */
async function targetOf(address: string): Promise<URL> {
  const html = await sameSiteStep(new URL(address)).text();
  const [, refresh = ''] = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(html) ?? [];
  const [, link] = /<a href="([^"]*)"/.exec(html) ?? [];
  expect(link).toBe(refresh);
  return new URL(refresh.replaceAll('&amp;', '&'), address);
}

test('the page repeats the request, with all that it carried and the mark', async () => {
  const target = await targetOf(`${callback}?code=c1&authorization_code=c1&state=s%2F1`);
  expect(target.origin + target.pathname).toBe(callback);
  expect(Object.fromEntries(target.searchParams)).toEqual({
    code: 'c1',
    authorization_code: 'c1',
    state: 's/1',
    same_site: '1',
  });
  expect(tookSameSiteStep(target)).toBe(true);
  expect(tookSameSiteStep(new URL(callback))).toBe(false);
});

test.each([
  `${callback}?next=//evil.example`,
  `${callback}?url=https://evil.example`,
  `${callback}?state=javascript:alert(1)`,
  'http://localhost:3000//evil.example/?code=1',
  'http://localhost:3000/\\evil.example/?code=1',
  'http://localhost:3000/%2f%2fevil.example?code=1',
  'http://localhost:3000///evil.example',
])('%s leads to this site and nowhere else', async (address) => {
  expect((await targetOf(address)).origin).toBe('http://localhost:3000');
});

test('nothing in the query becomes markup', async () => {
  const address = `${callback}?state="><script>alert(1)</script>&error='><img src=x>`;
  const html = await sameSiteStep(new URL(address)).text();
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(html.match(/"/g)).toHaveLength(10);
});

test('the page is framed by nobody else, loads nothing and is not kept', () => {
  const { headers } = sameSiteStep(new URL(callback));
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*frame-ancestors 'self'/,
  );
  expect(headers.get('cache-control')).toBe('no-store');
});
