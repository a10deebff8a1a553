import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

type Finding = { id: string; help: string; nodes: { target: unknown }[] };

/** Runs axe in the page and expects it to find nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next brings the title a moment after the rest of a page.
  await expect(page).toHaveTitle(/Larkspur/);
  // Evaluated by the browser's own debugger, which the content security policy lets through.
  await page.evaluate(axe.source);
  const findings = await page.evaluate<Finding[]>(
    '(async () => (await axe.run(document, { iframes: false })).violations)()',
  );
  const summary = findings.map(({ id, help, nodes }) => {
    return `${id}: ${help} (${JSON.stringify(nodes.map(({ target }) => target))})`;
  });
  expect(summary, page.url()).toEqual([]);
}
