import { createHmac } from 'node:crypto';
import type { AstraCallEvent } from './transport/call';

/** Where Astra is and who is calling. Keep the secret out of logs; this client keeps it out of its own. */
export type AstraConfig = {
  /** `https://api-sandbox.astra.finance`, or the production host. */
  apiUrl: string;
  /** The host for full card and account numbers: `https://secure.api-sandbox.astra.finance`. */
  secureUrl: string;
  /** The hosted pages: `https://app-sandbox.astra.finance`. */
  appUrl: string;
  /** Your client's id, from the Keys page of Astra's dashboard. It is no secret. */
  clientId: string;
  /** Your client's secret, from the same page. Whoever has it can act as you. */
  clientSecret: string;
  /** Registered in Astra's dashboard; the same in hosted-page URLs and in the token exchange. */
  redirectUri: string;
  /**
   * Replaces the global `fetch`. It must send each request once: no retries, no following of
   * redirects, no cache. Nothing at Astra tells a second sending from a second payment.
   */
  fetch?: typeof fetch | undefined;
  /** Told about every attempt of every call, for logs and metrics. What it throws is ignored. */
  onCall?: ((event: AstraCallEvent) => void) | undefined;
  /**
   * How long one attempt may take, headers and body together; 10 seconds by default. A read with
   * its repetitions never takes more than twice this, any other call never more than once.
   */
  timeoutMs?: number | undefined;
};

/** What tests replace so that nothing waits and nothing is random. */
export type AstraInternals = {
  sleep?: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  random?: () => number;
};

/** A checked configuration. It stays inside closures: printing the client shows none of it. */
export type Settings = {
  urls: { api: string; secure: string; app: string };
  clientId: string;
  redirectUri: string;
  basicCredentials: string;
  /** Hex HMAC-SHA256 of a text, keyed with the client secret. */
  sign: (text: string) => string;
  /** Whatever no error may repeat, in every call. */
  secrets: readonly string[];
  fetch: typeof fetch;
  onCall: (event: AstraCallEvent) => void;
  timeoutMs: number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
};

/** A shorter one could be guessed, and could not be told from ordinary text when errors are cleaned. */
const shortestSecret = 8;

/** @throws TypeError in words, without the offending value, when the configuration cannot work. */
export function readConfig(config: AstraConfig, internals: AstraInternals = {}): Settings {
  const { clientId, clientSecret, redirectUri, timeoutMs = 10_000 } = config;
  if (!isHeaderSafe(clientId) || clientId.includes(':')) {
    throw new TypeError('clientId must be the id from the Keys page of Astra’s dashboard.');
  }
  if (!isHeaderSafe(clientSecret) || clientSecret.length < shortestSecret) {
    throw new TypeError('clientSecret must be the secret from the Keys page of Astra’s dashboard.');
  }
  if (!URL.canParse(redirectUri) || !/^https?:$/.test(new URL(redirectUri).protocol)) {
    throw new TypeError('redirectUri must be a complete URL that starts with https:// or http://.');
  }
  if (!(timeoutMs > 0 && timeoutMs < 2 ** 31)) {
    throw new TypeError('timeoutMs must be a positive number of milliseconds.');
  }
  const basicCredentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return {
    urls: {
      api: baseUrl('apiUrl', config.apiUrl),
      secure: baseUrl('secureUrl', config.secureUrl),
      app: baseUrl('appUrl', config.appUrl),
    },
    clientId,
    redirectUri,
    basicCredentials,
    sign: (text) => createHmac('sha256', clientSecret).update(text).digest('hex'),
    secrets: [clientSecret, basicCredentials],
    // Looked up at each call, so that instrumentation installed later is used.
    fetch: config.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onCall: config.onCall ?? (() => undefined),
    timeoutMs,
    sleep: internals.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: internals.random ?? Math.random,
  };
}

/** Whether a credential can stand in a header: visible ASCII. A stray line break ends here. */
export function isHeaderSafe(text: unknown): text is string {
  return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text);
}

function baseUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  // An empty query or fragment leaves no trace in the parsed address.
  const isPlain = url?.pathname === '/' && !url.username && !url.password && !/[?#]/.test(text);
  if (!url || !isPlain) {
    throw new TypeError(
      `${name} must be the plain address of a host, such as https://example.com.`,
    );
  }
  if (!isUsableHost(url)) {
    throw new TypeError(`${name} must start with https://: credentials travel there.`);
  }
  return url.origin;
}

/** Whether what we say to this host stays between the two of us: HTTPS, or one's own machine. */
export function isUsableHost({ protocol, hostname }: URL): boolean {
  const isOwnMachine = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isOwnMachine);
}
