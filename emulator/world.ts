import type { Clock } from './clock/clock';
import type { Pace } from './clock/pace';
import type { Scheduler } from './clock/scheduler';
import type { Faults } from './faults/faults';
import type { Random } from './random';
import type { FeeMode } from './rules/fees';
import type { ClientKeys } from './state/client';
import type { RecentChanges } from './state/recent-changes';
import type { Store } from './state/store';

/** What everything in the emulator works with. One per running emulator. */
export type World = {
  readonly store: Store;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Faults;
  readonly recent: RecentChanges;
  readonly pace: Pace;
  /** Replaced when the secret is rotated. */
  client: ClientKeys;
  /** The partner's name, as its people see it on the hosted pages. */
  readonly clientName: string;
  /** Anything outside the contract, also of the emulator's own, is an error that names it. */
  readonly strict: boolean;
  readonly feeMode: FeeMode;
  readonly peerToPeer: boolean;
  /** Where the hosted pages are, known once they listen. */
  readonly places: { hostedUrl: string };
  readonly redirectUris: readonly string[];
  /** Where webhooks go; empty for nowhere. */
  readonly webhookUrl: string;
  /** Where balances are asked for, with Basic credentials in it; empty for nowhere. */
  readonly balanceUrl: string;
  /** For the person at the terminal. */
  readonly log: (text: string) => void;
};
