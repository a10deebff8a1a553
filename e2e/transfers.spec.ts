import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { payElsewhere } from './elsewhere';
import { settleTransfers } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

const insufficientFunds = '4603690000004045';
const disputes = '4403930000007016';

/** A name that nobody else's payment has. */
function newName(word: string): string {
  return `${word} ${randomUUID().slice(0, 8)}`;
}

async function openActivity(page: Page): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Main' });
  await sections.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
}

async function openTransfer(page: Page, name: string): Promise<void> {
  await openActivity(page);
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('a transfer on its way is cancelled after a question; one that arrived meanwhile is not, and has a receipt', async ({
  page,
}) => {
  // A visit to Astra's pages as another program, and two payments.
  test.slow();
  const person = new Person(page);
  await person.onboard(testCards.waiting, testCards.mastercard);
  const [rent, gift] = [newName('Rent'), newName('Gift')];
  const ends = { from: testCards.waiting, to: testCards.mastercard };
  await payElsewhere(page, person, [
    { name: rent, ...ends },
    { name: gift, ...ends },
  ]);

  await openTransfer(page, rent);
  await expect(page.getByText('Pending')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Receipt' })).toBeHidden();
  await page.getByRole('link', { name: 'Cancel this transfer' }).click();
  await expect(page.getByText('Whether it can still be stopped is Astra’s to say')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the transfer' }).click();
  await expect(page.getByText('Stopped before it left')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cancel this transfer' })).toBeHidden();

  await openTransfer(page, gift);
  await page.getByRole('link', { name: 'Cancel this transfer' }).click();
  await expect(page.getByRole('heading', { name: `Cancel “${gift}”` })).toBeVisible();
  await settleTransfers(gift);
  await expect(page.getByText('Processed')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the transfer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has arrived' })).toBeFocused();

  await page.getByRole('link', { name: 'Transfer', exact: true }).click();
  await page.getByRole('link', { name: 'Receipt' }).click();
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  await expect(page.getByText('Visa ending in 9098')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText('$5.00')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});

test('failed and disputed transfers say what happened, and are found again', async ({ page }) => {
  test.slow();
  const person = new Person(page);
  await person.onboard(disputes, insufficientFunds);
  const [shoes, phone] = [newName('Shoes'), newName('Phone')];
  await payElsewhere(page, person, [
    { name: phone, from: insufficientFunds, to: disputes },
    { name: shoes, from: disputes, to: insufficientFunds },
  ]);

  await openTransfer(page, phone);
  await expect(page.getByText('This transfer did not go through')).toBeVisible();
  await expect(page.getByText('There was not enough money where you sent it from.')).toBeVisible();

  await openTransfer(page, shoes);
  const dispute = page.getByRole('region', { name: 'Dispute' });
  await expect(dispute.getByText('The owner of the card disputes this payment.')).toBeVisible();
  await page.getByRole('link', { name: 'Details for support' }).click();
  const steps = page.getByRole('region', { name: 'Steps of the money' });
  await expect(steps.getByText('Taken from the card')).toBeVisible();
  const story = page.getByRole('region', { name: 'What happened' });
  await expect(story.getByText('transfer_created')).toBeVisible();
  await expect(story.getByText('chargeback_created')).toBeVisible();

  await openActivity(page);
  await page.getByText('Search and filter').click();
  await page.getByLabel('Status').selectOption({ label: 'Failed' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: '1 transfer' })).toBeFocused();
  await expect(page.getByRole('link', { name: new RegExp(phone) })).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  const file = await (await download).path();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`,"${phone}","failed",5.00,"USD",`);

  await page.getByRole('link', { name: 'Remove the filter Failed' }).click();
  await expect(page.getByRole('heading', { name: '2 transfers' })).toBeVisible();
  await page.getByText('Show the numbers').click();
  await expect(page.getByRole('columnheader', { name: 'Between your own' })).toBeVisible();

  await page.goto(`/transfers?q=${shoes}&status=lost&from=tomorrow`);
  await expect(page.getByRole('heading', { name: '1 transfer' })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(`^${shoes}`) })).toBeVisible();
  await page.goto('/transfers?q=nothing-like-this');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
});

test('a stranger finds no transfer, and gets no file', async ({ page, request, complaints }) => {
  complaints.expect(/404/);
  await new Person(page).signIn();
  for (const step of ['', '/cancel', '/receipt', '/support']) {
    const answer = await page.goto(`/transfers/${randomUUID()}${step}`);
    expect(answer?.status()).toBe(404);
  }
  const answer = await request.get('/api/transfers/export');
  expect(answer.status()).toBe(401);
});
