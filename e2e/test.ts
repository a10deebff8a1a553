import { test as base, type Page } from 'playwright/test';

/**
 * Playwright's `test`, with one rule added: a page that logs an error, throws, or breaks its
 * content security policy fails the test it happens in.
 */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      context.on('page', (page) => complaints.listenTo(page));
      await use(complaints);
      complaints.requireNone();
    },
    { auto: true },
  ],
});

export { expect } from 'playwright/test';

class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];

  /** For a test that provokes an error: this one is no failure. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  listenTo(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.#heard.push(`${message.text()} (${message.location().url} on ${page.url()})`);
    });
    page.on('pageerror', (error) => this.#heard.push(`uncaught: ${error.message}`));
  }

  requireNone(): void {
    const unexpected = this.#heard.filter(
      (text) => !this.#expected.some((pattern) => pattern.test(text)),
    );
    if (unexpected.length > 0) {
      throw new Error(`The browser complained:\n  ${unexpected.join('\n  ')}`);
    }
  }
}
