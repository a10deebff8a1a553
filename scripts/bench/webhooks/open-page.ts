import { chromium, type Page } from 'playwright';
import { findChromium } from '../../browser/find-chromium';
import type { Bench } from '../measure';
import type { Person } from './add-person';
import type { Door } from './run-next';

/** What a person's browser shows, and where it listens for changes. */
export type OpenPage = { readonly page: Page; readonly liveUrl: string };

/** Opens a page of the app in Chromium, as this person, and waits until it listens. */
export async function openPage(
  bench: Bench,
  { port }: Door,
  { sessionToken }: Person,
  path: string,
): Promise<OpenPage> {
  const url = `http://localhost:${port}`;
  const browser = await chromium.launch({ executablePath: findChromium() });
  bench.atEnd(() => browser.close());
  const context = await browser.newContext();
  const cookie = { name: 'next-auth.session-token', value: sessionToken, url };
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const listens = page.waitForResponse('**/api/live?*');
  await page.goto(`${url}${path}`);
  return { page, liveUrl: (await listens).url() };
}
