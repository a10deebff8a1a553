import type { PaceName } from './clock/pace';
import type { FeeMode } from './rules/fees';

/** What an emulator is started with. A port of 0 takes any free one. */
export type Settings = {
  readonly apiPort: number;
  readonly securePort: number;
  readonly hostedPort: number;
  readonly smtpPort: number;
  readonly dataDir: string;
  readonly redirectUris: readonly string[];
  readonly webhookUrl: string;
  /** The partner's balance endpoint, with Basic credentials in it; empty for none. */
  readonly balanceUrl: string;
  readonly clientName: string;
  readonly pace: PaceName;
  /** Anything outside the contract is an error that names it. For tests. */
  readonly strict: boolean;
  /** Whether fees come on top of what is pulled, or out of what is pushed. */
  readonly feeMode: FeeMode;
  /** Astra has enabled payments from one person to another for this client. */
  readonly peerToPeer: boolean;
};

/**
 * The settings that the partner app in this repository expects. They are those of its demo, data folder
 * included: the ports are the same, so only one emulator can run, and `env` is right for either.
 */
export const defaultSettings: Settings = {
  apiPort: 4010,
  securePort: 4011,
  hostedPort: 4012,
  smtpPort: 4025,
  dataDir: '.data/local/emulator',
  redirectUris: ['http://localhost:3000/api/astra/callback'],
  webhookUrl: 'http://localhost:3000/api/webhooks/astra',
  balanceUrl: '',
  clientName: 'Partner App',
  pace: 'slow',
  strict: false,
  feeMode: 'additive',
  peerToPeer: true,
};
