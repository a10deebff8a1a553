import type { Locator, Page, Request } from 'playwright/test';
import { appUrl, testSettings } from '../scripts/stack/settings';
import { Person, testCards } from './person';
import { expect, test } from './test';
import { everyLogLine, everyRow } from './traces';

const secureHost = `http://127.0.0.1:${testSettings.ports.secure}`;
/** On a range that the sandbox knows, and used by no other test. */
const cardNumber = '5200820009184738';
/** Its first nine digits could be a routing number: their check digit is right. */
const accountNumber = '918273644546372';
const securityCode = '739';
const street = '4711 Canary Lane';

async function openCardForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await page.getByRole('link', { name: 'Add a card' }).click();
  await page.getByRole('link', { name: 'By its number' }).click();
  await expect(page.getByLabel('Card number')).toBeVisible();
}

async function openAccountForm(page: Page): Promise<void> {
  await page.goto('/accounts/add/by-number');
  await expect(page.getByLabel('Routing number')).toBeVisible();
}

async function typeCard(page: Page, number = cardNumber): Promise<void> {
  await page.getByLabel('Card number').pressSequentially(number);
  await page.getByLabel('Expiration date').fill('12/34');
  await page.getByLabel('Security code').fill(securityCode);
  await page.getByLabel('First name').fill('Edmund');
  await page.getByLabel('Last name').fill('Hillary');
  await page.getByLabel('Street address').fill(street);
  await page.getByLabel('City').fill('Palo Alto');
  await page.getByLabel('State').selectOption('CA');
  await page.getByLabel('ZIP code').fill('94304');
}

async function typeAccount(page: Page): Promise<void> {
  await page.getByLabel('Routing number').pressSequentially('021000021');
  await page.getByLabel('Account number', { exact: true }).fill(accountNumber);
  await expect(page.getByText(/This bank takes (no )?instant payments/)).toBeVisible();
  await page.getByLabel('Account number again').fill(accountNumber);
  await page.getByLabel('What do you call it?').fill('Everyday');
}

async function deleteFromItsFront(field: Locator): Promise<void> {
  await field.press('Home');
  while ((await field.inputValue()) !== '') await field.press('Delete');
}

/** Next has an alert of its own, outside of forms. */
const alert = (page: Page) => page.locator('form').getByRole('alert');
const addCard = (page: Page) => page.getByRole('button', { name: 'Add this card' });
const addAccount = (page: Page) => page.getByRole('button', { name: 'Add this account' });

/** What the browser sends to this origin from now on. */
function requestsTo(page: Page, origin: string): Request[] {
  const seen: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin === origin) seen.push(request);
  });
  return seen;
}

const posts = (requests: Request[]) => requests.filter((one) => one.method() === 'POST');

test('a card is added by its number, which is sent once and to Astra alone', async ({ page }) => {
  await new Person(page).onboard();
  await openCardForm(page);
  await typeCard(page);
  await expect(page.getByLabel('Card number')).toHaveValue('5200 8200 0918 4738');
  await expect(page.getByText('Mastercard debit from Sandbox Bank.')).toBeVisible();
  const sent = requestsTo(page, secureHost);
  await addCard(page).dblclick();
  await expect(page).toHaveURL(/\/cards$/);
  await expect(page.getByText('4738')).toBeVisible();
  expect(posts(sent)).toHaveLength(1);
});

test('a card that was mistyped is sent nowhere', async ({ page }) => {
  await new Person(page).onboard();
  await openCardForm(page);
  const sent = requestsTo(page, secureHost);
  await typeCard(page, '5200820009184737');
  await addCard(page).click();
  await expect(alert(page)).toContainText('at least one digit is wrong');
  await expect(alert(page)).toBeFocused();
  await expect(page.getByLabel('Security code')).toHaveValue(securityCode);
  expect(sent).toEqual([]);
});

test('what Astra says about a field stands beside it, and all but the security code is kept', async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of 400/);
  await new Person(page).onboard();
  await openCardForm(page);
  await typeCard(page);
  await page.route(`${secureHost}/v1/cards`, (route) =>
    route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': appUrl(testSettings) },
      json: { status_code: 400, errors: { zip_code: ['Not where this card lives.'] } },
    }),
  );
  await addCard(page).click();
  await expect(alert(page)).toContainText('nothing was added');
  await expect(page.getByLabel('ZIP code')).toHaveAccessibleDescription(
    'Astra says: Not where this card lives.',
  );
  await expect(page.getByLabel('Card number')).toHaveValue('5200 8200 0918 4738');
  await expect(page.getByLabel('State')).toHaveValue('CA');
  await expect(page.getByLabel('Security code')).toHaveValue('');

  await page.unrouteAll();
  await page.getByLabel('Security code').fill(securityCode);
  await addCard(page).click();
  await expect(page).toHaveURL(/\/cards$/);
  await expect(page.getByText('4738')).toBeVisible();
});

test('without an answer the card may have been added: the form is closed, the list tells', async ({
  page,
  complaints,
}) => {
  complaints.expect(/net::ERR_FAILED/);
  await new Person(page).onboard();
  await openCardForm(page);
  await typeCard(page);
  // Astra does the work, and the line breaks before its answer.
  await page.route(`${secureHost}/v1/cards`, async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await route.abort();
  });
  await addCard(page).click();
  await expect(page.getByText('Your card may have been added.')).toBeVisible();
  await expect(addCard(page)).toBeHidden();
  await page.getByRole('link', { name: 'Show my cards' }).click();
  await expect(page.getByText('4738')).toBeVisible();
});

test('a card that is there already is sent again only when its owner says so', async ({ page }) => {
  await new Person(page).onboard();
  await openCardForm(page);
  const sent = requestsTo(page, secureHost);
  await typeCard(page, testCards.visa);
  await addCard(page).dblclick();
  await expect(alert(page)).toContainText('Visa ending in 5556');
  await expect(alert(page).getByRole('link', { name: 'Show my cards' })).toBeVisible();
  expect(posts(sent)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Add this card once more' }).check();
  await addCard(page).click();
  await expect(page).toHaveURL(/\/cards$/);
  expect(posts(sent)).toHaveLength(1);
});

test('an account is added by its numbers; the same one again is refused in words', async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of 400/);
  await new Person(page).onboard();
  await openAccountForm(page);
  await typeAccount(page);
  const sent = requestsTo(page, secureHost);
  await addAccount(page).dblclick();
  await expect(page).toHaveURL(/\/accounts$/);
  await expect(page.getByText('6372')).toBeVisible();
  expect(posts(sent)).toHaveLength(1);

  await openAccountForm(page);
  await typeAccount(page);
  await addAccount(page).click();
  await expect(alert(page)).toContainText('You have added this already');
  await expect(alert(page).getByRole('link', { name: 'Show my accounts' })).toBeVisible();
  await expect(page.getByLabel('Account number', { exact: true })).toHaveValue(accountNumber);
});

test('the bank is named after Enter as well, and no more while its number is changed', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openAccountForm(page);
  const words = page.getByText(/This bank takes (no )?instant payments/);
  await page.getByLabel('Routing number').pressSequentially('021000021');
  await page.keyboard.press('Enter');
  await expect(words).toBeVisible();
  await page.getByLabel('Routing number').fill('02100002');
  await expect(words).toBeHidden();
});

test('nothing that is typed is shown to a spell-checker, which may send it to its maker', async ({
  page,
}) => {
  await new Person(page).onboard();
  for (const path of ['/cards/add/by-number', '/accounts/add/by-number']) {
    await page.goto(path);
    const fields = page.getByRole('main').getByRole('textbox');
    await expect(fields.first()).toBeVisible();
    for (const field of await fields.all()) {
      await expect(field).toHaveAttribute('spellcheck', 'false');
      await expect(field).toHaveAttribute('autocorrect', 'off');
      await expect(field).toHaveAttribute('autocapitalize', /^(none|words)$/);
    }
  }
});

test('two account numbers that differ, and a routing number that does not check out, are sent back', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openAccountForm(page);
  await typeAccount(page);
  await page.getByLabel('Account number again').fill('123456789');
  await addAccount(page).click();
  await expect(alert(page)).toContainText('The two account numbers differ');
  await page.getByLabel('Routing number').fill('021000022');
  await addAccount(page).click();
  await expect(alert(page)).toContainText('Check the routing number');
});

test('whoever gets to the form without loading it gets it loaded, and its links load as well', async ({
  page,
}) => {
  await new Person(page).onboard();
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname);
  });
  await page.evaluate("window.next.router.push('/cards/add/by-number')");
  await expect(page.getByLabel('Card number')).toBeVisible();
  expect(loads).toEqual(['/cards/add/by-number']);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  expect(loads).toEqual(['/cards/add/by-number', '/home']);
});

test('only the two forms may send to the secure host, and nobody may frame them', async ({
  page,
}) => {
  await new Person(page).onboard();
  for (const path of ['/cards/add/by-number', '/accounts/add/by-number', '/cards/add', '/cards']) {
    const response = await page.goto(path);
    const policy = response?.headers()['content-security-policy'] ?? '';
    const connect = /connect-src ([^;]*)/.exec(policy)?.[1];
    expect(connect).toBe(path.endsWith('by-number') ? `'self' ${secureHost}` : "'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response?.headers()['x-frame-options']).toBe('DENY');
  }
});

test('both forms fit on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await new Person(page).onboard();
  for (const path of ['/cards/add/by-number', '/accounts/add/by-number']) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: /^Add this/ })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
});

test('what is typed never reaches our server: no request, page, row or log line has it', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard();
  const origin = appUrl(testSettings);
  const ours = requestsTo(page, origin);
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    const isText = /html|x-component|json/.test(response.headers()['content-type'] ?? '');
    if (new URL(response.url()).origin !== origin || !isText) return;
    answers.push(response.text().catch(() => ''));
  });
  const atAstra = requestsTo(page, secureHost);

  await openCardForm(page);
  await typeCard(page);
  await deleteFromItsFront(page.getByLabel('Card number'));
  await typeCard(page);
  await addCard(page).click();
  await expect(page.getByText('4738')).toBeVisible();
  await openAccountForm(page);
  await page.getByLabel('Routing number').pressSequentially(accountNumber);
  await deleteFromItsFront(page.getByLabel('Routing number'));
  await typeAccount(page);
  await addAccount(page).click();
  await expect(page).toHaveURL(/\/accounts$/);

  const bodies = posts(atAstra).map((request) => request.postData() ?? '');
  expect(bodies.join('\n')).toContain(cardNumber);
  expect(bodies.join('\n')).toContain(accountNumber);

  expect(ours.length).toBeGreaterThan(10);
  for (const request of ours) {
    const headers = JSON.stringify(await request.allHeaders());
    const what = `${request.method()} ${request.url()}\n${headers}\n${request.postData() ?? ''}`;
    expectNoneOf(what, 6);
    expect(request.postData() ?? '').not.toMatch(new RegExp(`["\\n\\r=]${securityCode}["\\n\\r&]`));
  }
  for (const answer of await Promise.all(answers)) expectNoneOf(answer);

  const rows = await everyRow();
  expect(rows).toContain(person.email);
  expectNoneOf(rows);
  const lines = await everyLogLine();
  expect(lines).toContain('"level":"debug"');
  expectNoneOf(lines);
});

/** Neither whole, nor grouped, nor so many digits of them in a row, nor the rest of what was sent. */
function expectNoneOf(text: string, length = 9): void {
  const digits = text.replaceAll(/(?<=\d)[ -](?=\d)/g, '');
  for (const number of [cardNumber, accountNumber]) {
    for (let start = 0; start + length <= number.length; start += 1) {
      const piece = number.slice(start, start + length);
      // The first six digits of a card say which bank it is from, and may be looked up.
      if (piece === cardNumber.slice(0, 6)) continue;
      expect(digits.includes(piece), `${piece} in ${text.slice(0, 200)}`).toBe(false);
    }
  }
  expect(text.includes(street), `the street in ${text.slice(0, 200)}`).toBe(false);
}
