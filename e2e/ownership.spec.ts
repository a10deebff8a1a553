import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from 'playwright/test';
import { nightOperatorEmail } from '../scripts/stack/settings';
import { type Owned, pageFolders, pages } from './ownership-pages';
import { Person, testCards } from './person';
import { receiveOn } from './receiving';
import { expect, test } from './test';

test('every page is tried here with each of those who may come', () => {
  expect(pageFolders().sort()).toEqual(Object.keys(pages).sort());
});

/** The address that a link of a list leads to. */
async function addressOf(page: Page, list: string, link: string | RegExp): Promise<string> {
  await page.goto(list);
  return (await page.getByRole('link', { name: link }).first().getAttribute('href')) ?? '';
}

/** Becomes somebody who owns one of everything. */
async function ownEverything(
  page: Page,
  person: Person,
  friendsPage: Page,
  name: string,
): Promise<Owned> {
  await person.onboard();
  await receiveOn(page, 'Visa ending in 5556');
  await sendTo(friendsPage, person.email);
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await person.addCard(testCards.waiting);
  await page.goto('/send');
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  const redirect = page.waitForResponse((answer) => 'x-action-redirect' in answer.headers());
  await page.getByRole('button', { name: 'Send money' }).click();
  const [payment = ''] =
    (await (await redirect).headerValue('x-action-redirect'))?.split(';') ?? [];
  await expect(page).toHaveURL(/\/transfers\/./);
  const transfer = new URL(page.url()).pathname;

  await page.goto('/send');
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  const review = page.url();

  await page.goto('/accounts/add/bank');
  await page.getByRole('button', { name: 'Continue to your bank' }).click();
  await page.getByRole('checkbox', { name: 'Plaid Checking' }).check();
  const bankVisit = page.url();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
  await expect(page.getByRole('heading', { name: 'Your bank is linked' })).toBeVisible();
  const bankReturn = new URL(page.url()).pathname;
  return {
    payment,
    transfer,
    review,
    bankVisit,
    bankReturn,
    card: await addressOf(page, '/cards', /ending in 5556/),
    account: await addressOf(page, '/accounts', 'Plaid Checking'),
    routine: await addressOf(page, '/routines', name),
    received: await addressOf(page, '/transfers/received', /^From/),
  };
}

/** Becomes somebody else, and sends money to this address. */
async function sendTo(page: Page, email: string): Promise<void> {
  const friend = new Person(page);
  await friend.onboard();
  await page.goto('/send');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByRole('group', { name: 'To' }).getByText('Another person').click();
  await page.getByLabel('Their e-mail address').fill(email);
  await friend.review();
  await friend.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
}

/** What stands in no page but the owner's, unless it stands in the page's address. */
function marksOf(owned: Owned, address: string): string[] {
  const ids = Object.values(owned).flatMap((one) => one.match(/[0-9a-f-]{36}/) ?? []);
  return ids.filter((one) => !address.includes(one));
}

test.describe('nobody sees a page of somebody else’s', () => {
  // One owner for all of them, made once.
  test.describe.configure({ mode: 'default' });
  let owner: APIRequestContext;
  let everyPage: { folder: string; address: string; forOthers: string; marks: string[] }[] = [];
  let ownersEmail = '';

  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const person = new Person(page);
    const name = randomUUID();
    const friendsPage = await (await browser.newContext()).newPage();
    const owned = await ownEverything(page, person, friendsPage, name);
    owner = context.request;
    ownersEmail = person.email;
    everyPage = Object.entries(pages).map(([folder, row]) => {
      const address = row.addressOf(owned);
      const marks = [...marksOf(owned, address), name, ownersEmail];
      return { folder, address, forOthers: row.forOthers, marks };
    });
  });

  test('the owner sees them all', async () => {
    for (const { folder, address } of everyPage) {
      const answer = await owner.get(address);
      expect(answer.status(), folder).toBe(200);
      expect(await answer.text(), folder).toContain(ownersEmail);
    }
  });

  test('somebody signed out is sent to sign in', async ({ request }) => {
    for (const { folder, address, marks } of everyPage) {
      const answer = await request.get(address);
      expect(new URL(answer.url()).pathname, folder).toBe('/sign-in');
      const html = await answer.text();
      expect(marks.filter((mark) => html.includes(mark))).toEqual([]);
    }
  });

  for (const [who, email] of [
    ['another person', undefined],
    ['an operator', nightOperatorEmail],
  ]) {
    test(`${who} finds nothing of the owner’s`, async ({ page }) => {
      await new Person(page, email).signIn();
      for (const { folder, address, forOthers, marks } of everyPage) {
        const answer = await page.request.get(address);
        expect(answer.status(), folder).toBe(forOthers === 'nothing' ? 404 : 200);
        const html = await answer.text();
        expect(marks.filter((mark) => html.includes(mark))).toEqual([]);
      }
    });
  }
});
