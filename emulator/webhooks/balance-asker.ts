import { assumptions, balanceAnswer } from '../contract';
import { errorText, silenceText } from '../error-text';
import { clientInstitution } from '../rules/institutions';
import type { World } from '../world';
import { hexSignature } from './sign';

const timeoutMs = 10_000;

/**
 * Asks the partner for the balance of an account that was made by number, as Astra does after a
 * `balance_update`. Both proofs are sent: Basic from the address, and the older pair of headers.
 */
export class BalanceAsker {
  readonly #world: World;
  readonly #stopping = new AbortController();
  readonly #asking = new Set<Promise<void>>();

  constructor(world: World) {
    this.#world = world;
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** Resolves when every question under way has been answered. */
  async idle(): Promise<void> {
    while (this.#asking.size > 0) await Promise.all(this.#asking);
  }

  /** Asks, and stores what comes. A partner that does not answer leaves the balance as it is. */
  ask(accountId: string): void {
    const asking = this.#ask(accountId)
      .catch((error: unknown) => this.#world.log(errorText(error)))
      .finally(() => this.#asking.delete(asking));
    this.#asking.add(asking);
  }

  async #ask(accountId: string): Promise<void> {
    const { store, clock } = this.#world;
    const answer = await this.#answerOf(accountId);
    if (answer === null || this.#stopping.signal.aborted) return;
    store.transaction(() => {
      const account = store.accounts.get(accountId);
      if (account === undefined) return;
      store.accounts.put({
        ...account,
        availableBalanceCents: answer.available_balance,
        currentBalanceCents: answer.current_balance,
        lastBalanceUpdateMs: clock.now(),
      });
    });
  }

  /** What the partner says. A partner that says nothing of use is an ordinary thing: one line tells. */
  async #answerOf(accountId: string) {
    const { log, balanceUrl } = this.#world;
    if (balanceUrl === '') return null;
    try {
      const answer = balanceAnswer.safeParse(await this.#get(accountId));
      if (answer.success) return answer.data;
      log(`balance of ${accountId}: the partner's answer holds no balance`);
    } catch (error) {
      if (this.#stopping.signal.aborted) return null;
      log(`balance of ${accountId}: ${silenceText(error, timeoutMs)}`);
    }
    return null;
  }

  async #get(accountId: string): Promise<unknown> {
    const { clock, client, balanceUrl } = this.#world;
    const url = new URL(balanceUrl);
    const { username, password } = url;
    url.username = '';
    url.password = '';
    url.searchParams.set('account_id', accountId);
    const { signature, publicKey } = assumptions.balanceRequestHeaders;
    const basic = Buffer.from(
      `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    ).toString('base64');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(username !== '' && { authorization: `Basic ${basic}` }),
        [publicKey]: clientInstitution.id,
        [signature]: hexSignature(accountId, client.clientSecret),
      },
      signal: AbortSignal.any([this.#stopping.signal, clock.deadline(timeoutMs)]),
    });
    if (!response.ok) throw new Error(`the partner answered ${response.status}`);
    return response.json();
  }
}
