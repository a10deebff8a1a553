import type { Director } from '../control/director';
import type { Deliverer } from '../webhooks/deliver';
import type { World } from '../world';
import type { Live } from './live';
import type { RequestLog } from './request-log';

/** What the console shows and acts on. */
export type ConsoleContext = {
  readonly world: World;
  readonly deliverer: Deliverer;
  readonly director: Director;
  readonly live: Live;
  readonly requests: RequestLog;
  /** The addresses, known once everything listens. */
  readonly addresses: () => Addresses;
};

export type Addresses = {
  readonly apiUrl: string;
  readonly secureUrl: string;
  readonly hostedUrl: string;
  readonly smtpUrl: string;
};
