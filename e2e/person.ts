import { randomUUID } from 'node:crypto';
import { expect, type FrameLocator, type Page } from 'playwright/test';
import { appUrl, testSettings } from '../scripts/stack/settings';
import { signInLink, smsCode } from './emulator';
import { readyPerson } from './ready-person';

/** Debit cards of the emulator. Those without a word about them work. */
export const testCards = {
  visa: '4000056655665556',
  mastercard: '5108050000007075',
  /** Transfers from it stay pending until {@link settleTransfers} is called. */
  waiting: '4000220000009098',
  /** The review flags it a moment after it was added. */
  flagged: '4000000000001018',
  /** The review rejects it a moment after it was added. */
  rejected: '4000220000002028',
  /** Only receives. */
  noPull: '4000000000001117',
  /** Only sends. */
  noPush: '4000220000002226',
} as const;

/** A page of Astra's, in our frame or in the whole tab. */
export type AstraPage = FrameLocator | Page;

/**
 * Presses a button of Astra's page. Chromium sends a mouse click into a frame of another site by
 * the picture it drew last; in the instant after that frame has navigated, the click is lost. So
 * this waits until the button could be clicked, and then presses it inside the frame.
 */
export async function press(astra: AstraPage, name: string): Promise<void> {
  const button = astra.getByRole('button', { name });
  await button.click({ trial: true });
  await button.evaluate((element: HTMLElement) => element.click());
}

/** What a person does in the browser. Each is somebody of their own. */
export class Person {
  readonly email: string;
  phone = '';
  readonly #page: Page;
  #textMessages = 0;

  constructor(page: Page, email = `${randomUUID()}@example.com`) {
    this.#page = page;
    this.email = email;
  }

  /** Signs in with the link from the mailbox. */
  async signIn(): Promise<void> {
    await this.askForLink();
    await this.#page.goto(await signInLink(this.email));
    await this.confirmSignIn();
  }

  /** Has a sign-in link mailed. */
  async askForLink(): Promise<void> {
    const page = this.#page;
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(this.email);
    await page.getByRole('button', { name: 'E-mail me a link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  }

  /** Presses the button of the page that the link leads to. */
  async confirmSignIn(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.#page.getByRole('heading', { name: 'Home' })).toBeVisible();
  }

  /** Hands the sandbox's example person to Astra and waits for the approval to show by itself. */
  async giveDetails(): Promise<void> {
    const page = this.#page;
    await page.getByRole('link', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
    this.phone = await page.getByLabel('Mobile number').inputValue();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'Connect to Astra' })).toBeVisible();
  }

  /** Opens Astra's page in the frame. */
  async openAstra(button = 'Continue to Astra'): Promise<FrameLocator> {
    await this.#page.getByRole('button', { name: button }).click();
    return this.#page.frameLocator('iframe[title^="Astra:"]');
  }

  /** Opens Astra's page in the frame and goes through its terms and the text message. */
  async enterAstra(button?: string): Promise<FrameLocator> {
    const frame = await this.openAstra(button);
    await this.passAstraSecurity(frame);
    return frame;
  }

  /** Accepts the terms, confirms the phone, and types the code. */
  async passAstraSecurity(astra: AstraPage): Promise<void> {
    await press(astra, 'Authorize');
    await press(astra, 'Send code');
    await expect(astra.getByLabel('Verification code')).toBeVisible();
    this.#textMessages += 1;
    await astra.getByLabel('Verification code').fill(await smsCode(this.phone, this.#textMessages));
    await press(astra, 'Verify');
  }

  /** Fills in Astra's card form. */
  async typeCard(astra: AstraPage, number: string): Promise<void> {
    await astra.getByLabel('Card number').fill(number);
    await astra.getByLabel('Expiration date').fill('12/34');
    await astra.getByLabel('Security code').fill('123');
    const billing: Record<string, string> = {
      'First name': 'Edmund',
      'Last name': 'Hillary',
      'Street address': '123 Astra Ave',
      City: 'Palo Alto',
      State: 'CA',
      'ZIP code': '94304',
    };
    for (const [label, value] of Object.entries(billing)) {
      await astra.getByLabel(label).fill(value);
    }
    await press(astra, 'Add card');
  }

  /** Adds the first card where Astra's authorization offers it, and comes back to the list. */
  async linkFirstCard(astra: AstraPage, number: string): Promise<void> {
    await press(astra, 'Add a card');
    await this.typeCard(astra, number);
    await expect(this.#page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
    await expect(this.#page.getByText(number.slice(-4))).toBeVisible();
  }

  /**
   * Everything up to the list of cards, with these in it. Without the browser, for journeys that
   * begin there: see {@link onboardByHand}.
   */
  async onboard(firstCard: string = testCards.visa, ...others: string[]): Promise<void> {
    const cards = [firstCard, ...others];
    const { phone, cookie } = await readyPerson(this.email, cards);
    this.phone = phone;
    this.#textMessages = 1;
    const url = appUrl(testSettings);
    const safety = { httpOnly: true, sameSite: 'Lax' as const };
    await this.#page.context().addCookies([{ ...cookie, ...safety, url }]);
    await this.#page.goto('/cards');
    for (const card of cards) await expect(this.#page.getByText(card.slice(-4))).toBeVisible();
  }

  /** The same by the way that people take, with the first card added at Astra. */
  async onboardByHand(firstCard: string = testCards.visa): Promise<void> {
    await this.signIn();
    await this.giveDetails();
    await this.linkFirstCard(await this.enterAstra(), firstCard);
  }

  /** Adds another card through Astra's form for one. */
  async addCard(number: string): Promise<void> {
    const page = this.#page;
    await page.getByRole('link', { name: 'Add a card' }).click();
    await this.typeCard(await this.enterAstra('Add one card'), number);
    await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
    await expect(page.getByText(number.slice(-4))).toBeVisible();
  }

  /** Sends this amount between the two cards that the form offers first. */
  async send(amount: string): Promise<void> {
    await this.#page.getByRole('link', { name: 'Send', exact: true }).click();
    await this.fillInAndSend(amount);
  }

  /** The same with the form that is open. The link would begin another one, which is empty. */
  async fillInAndSend(amount: string): Promise<void> {
    await this.#page.getByLabel('Amount').fill(amount);
    await this.review();
    await this.confirm();
  }

  /** Leads from a filled-in form to what will happen. */
  async review(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Review' }).click();
    await expect(this.#page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
  }

  /** Sends what was reviewed. */
  async confirm(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Send money' }).click();
  }
}
