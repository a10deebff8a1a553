import type { Page } from 'playwright/test';
import { expect } from './test';

/** Chooses what other people's money goes to, by what stands beside its button. */
export async function receiveOn(page: Page, what: string | RegExp): Promise<void> {
  await page.goto('/settings/receiving');
  const receiving = page.getByRole('group', { name: 'Receive money on' });
  await receiving.getByText(what, { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
}
