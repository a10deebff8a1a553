import type { PaceName } from './clock/pace';
import type { FeeMode } from './rules/fees';

/** What an emulator is started with. A port of 0 takes any free one. */
export type Settings = {
  readonly apiPort: number;
  readonly securePort: number;
  readonly hostedPort: number;
  readonly smtpPort: number;
  /** The address to listen on. Any but this computer's own needs `allowRemote`. */
  readonly host: string;
  readonly allowRemote: boolean;
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
  /** Everything random repeats with the same seed; null for the system's own source. */
  readonly seed: number | null;
  /** Where the clock of a new world stands still; null to let it run. */
  readonly freezeAtMs: number | null;
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
  host: '127.0.0.1',
  allowRemote: false,
  dataDir: '.data/local/emulator',
  redirectUris: ['http://localhost:3000/api/astra/callback'],
  webhookUrl: 'http://localhost:3000/api/webhooks/astra',
  balanceUrl: '',
  clientName: 'Partner App',
  pace: 'slow',
  strict: false,
  feeMode: 'additive',
  peerToPeer: true,
  seed: null,
  freezeAtMs: null,
};
