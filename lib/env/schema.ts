import { z } from 'zod';
import { astraHosts } from '@/lib/astra/hosts';

const url = (what: string) => z.url({ protocol: /^https?$/, error: `must be ${what}` });
const text = (what: string) => z.string({ error: what }).min(1, what);

/** A 256-bit key with a name, `name:base64`. The name is stored beside what the key sealed. */
const sealingKey = z
  .string()
  .regex(/^[a-z0-9-]{1,32}:[A-Za-z0-9+/]{43}=$/, 'must be name:base64, with 32 bytes of key')
  .transform((entry) => {
    const [id = '', key = ''] = entry.split(':');
    return { id, key: Buffer.from(key, 'base64') };
  });

/**
 * Every environment variable that the app reads, with a sentence for each one that is missing or
 * malformed. `.env.example` shows them; `npm run demo` fills them in by itself.
 */
export const environmentSchema = z
  .object({
    DATABASE_URL: z
      .string({ error: 'is missing; it is the PostgreSQL connection string' })
      .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://'),
    NEXTAUTH_URL: url("this app's own address, for example http://localhost:3000"),
    NEXTAUTH_SECRET: text('is missing; any long random text will do').min(
      32,
      'must be at least 32 characters of random text',
    ),
    EMAIL_SERVER: smtpUrl('must be an SMTP address, for example smtp://user:pass@host:587'),
    EMAIL_FROM: text('is missing; it is the sender of sign-in e-mails').default(
      'Larkspur <sign-in@larkspur.example>',
    ),
    TOKEN_KEYS: text('is missing; it holds the keys that seal Astra tokens')
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .pipe(
        z
          .array(sealingKey)
          .refine(
            (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
            'must give each key a name of its own',
          ),
      ),
    ASTRA_ENVIRONMENT: z.enum(['emulator', 'sandbox', 'production'], {
      error: 'must be emulator, sandbox or production',
    }),
    ASTRA_CLIENT_ID: text("is missing; find it under Keys in Astra's dashboard"),
    ASTRA_CLIENT_SECRET: text("is missing; find it under Keys in Astra's dashboard"),
    /** Still accepted on webhooks while a secret is being replaced. */
    ASTRA_PREVIOUS_CLIENT_SECRET: z.string().min(1).optional(),
    ASTRA_REDIRECT_URI: url("a redirect URI that is registered in Astra's dashboard"),
    ASTRA_API_URL: url("the emulator's API address").optional(),
    ASTRA_SECURE_URL: url("the emulator's secure address").optional(),
    ASTRA_APP_URL: url("the emulator's hosted pages").optional(),
    /** The client's institution, which accounts made by number belong to. */
    ASTRA_INSTITUTION_ID: z.string().min(1).optional(),
    /**
     * Whether card and account numbers may be typed into our own pages, which send them from the
     * browser to Astra's secure host. `off` leaves Astra's pages as the only way.
     */
    DIRECT_ENTRY: z
      .enum(['off', 'secure-host'], { error: 'must be off or secure-host' })
      .default('off'),
    /** How Astra proves itself when it asks for balances that we hold: its newer edition … */
    BALANCE_USERNAME: z
      .string()
      .regex(/^[^:]+$/, 'must not have a colon')
      .optional(),
    BALANCE_PASSWORD: balanceSecret().optional(),
    /** … and its older one. With neither, nobody is answered. */
    BALANCE_PUBLIC_KEY: z.string().min(1).optional(),
    BALANCE_PRIVATE_KEY: balanceSecret().optional(),
    /** Whether Astra has switched smart card authorization on for this client. */
    SMART_CARD_AUTHORIZATION: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    /** Keys of Plaid, through which people link accounts at their bank. All three or none. */
    PLAID_CLIENT_ID: z.string().min(1).optional(),
    PLAID_SECRET: z.string().min(1).optional(),
    PLAID_ENVIRONMENT: z
      .enum(['sandbox', 'production'], { error: 'must be sandbox or production' })
      .optional(),
    /** Keys of Unit, if it issues our cards: an org token, and which Unit. */
    UNIT_API_TOKEN: z.string().min(1).optional(),
    UNIT_ENVIRONMENT: z
      .enum(['sandbox', 'production'], { error: 'must be sandbox or production' })
      .optional(),
    /** Our fee on payments by card, in percent; without it the one that Astra has for the client. */
    DEBIT_FEE_PERCENT: z.coerce
      .number({ error: 'must be a number of percent, such as 1.25' })
      .min(0, 'must not be below 0')
      .max(20, 'must not be above 20')
      .optional(),
    /** How payments from accounts to cards may be settled: see `.env.example`. */
    ACCOUNT_TO_CARD_MODE: z
      .enum(['gross', 'net', 'both'], { error: 'must be gross, net or both' })
      .default('gross'),
    /** Whether people may set up the legacy kinds of payments that move by themselves. */
    AUTOMATIC_ROUTINES: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    /** Who may open the operator's pages, by the address that they sign in with. */
    OPERATOR_EMAILS: z
      .string()
      .default('')
      .transform((list) => list.split(',').map((entry) => entry.trim().toLowerCase()))
      .transform((list) => list.filter((entry) => entry !== ''))
      .pipe(z.array(z.email('must be e-mail addresses, separated by commas'))),
    /** Who signs in here for the program's own business user at Astra, whose the program's money is. */
    PROGRAM_EMAIL: z.email('must be one e-mail address').toLowerCase().optional(),
    /** The most that an operator may send of the program's money in one payment, in whole dollars. */
    OPERATOR_PAYMENT_LIMIT: z.coerce
      .number({ error: 'must be a whole number of dollars' })
      .int('must be a whole number of dollars')
      .min(1, 'must be at least 1')
      .max(1_000_000, 'must not be above 1000000')
      .default(25_000),
    /** How many proxies in front of the app append to `X-Forwarded-For`; 0 when there is none. */
    TRUSTED_PROXY_HOPS: z.coerce.number({ error: 'must be a number' }).int().min(0).default(1),
    /** Stands in for a device address that Astra would refuse, such as a laptop's 127.0.0.1. */
    DEV_CLIENT_IP: z.union([z.ipv4(), z.ipv6()], { error: 'must be an IP address' }).optional(),
    /** Where `npm run ingest` listens; nothing else reads it. */
    INGEST_PORT: z.coerce
      .number({ error: 'must be a port number' })
      .int('must be a port number')
      .min(0, 'must be a port number')
      .max(65_535, 'must be a port number')
      .default(3001),
    /** How long the app and the worker may take to stop, in seconds, before they end all the same. */
    STOP_GRACE_SECONDS: z.coerce
      .number({ error: 'must be a number of seconds' })
      .min(1, 'must be at least 1')
      .max(600, 'must not be above 600')
      .default(25),
    /** For how many people a minute everything is read at Astra anew: see `.env.example`. */
    SWEEPS_PER_MINUTE: z.coerce
      .number({ error: 'must be a whole number' })
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .max(1_000, 'must not be above 1000')
      .default(100),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be trace, debug, info, warn, error, fatal or silent',
      })
      .default('info'),
  })
  .check(({ value, issues }) => {
    const refuse = (path: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [path], message });

    if (value.ASTRA_ENVIRONMENT === 'emulator') {
      for (const name of ['ASTRA_API_URL', 'ASTRA_SECURE_URL', 'ASTRA_APP_URL'] as const) {
        if (!value[name]) refuse(name, 'is missing; `npm run emulator -- env` prints it');
      }
    }
    if (value.ASTRA_ENVIRONMENT === 'production') {
      if (!value.NEXTAUTH_URL.startsWith('https://')) {
        refuse('NEXTAUTH_URL', "must start with https:// with Astra's production");
      }
      if (value.DEV_CLIENT_IP) {
        refuse('DEV_CLIENT_IP', "must not be set with Astra's production");
      }
    }
    for (const [one, other] of [
      ['BALANCE_USERNAME', 'BALANCE_PASSWORD'],
      ['BALANCE_PUBLIC_KEY', 'BALANCE_PRIVATE_KEY'],
    ] as const) {
      if (value[one] && !value[other]) refuse(other, `is missing; ${one} is set`);
      if (value[other] && !value[one]) refuse(one, `is missing; ${other} is set`);
    }
    const plaid = ['PLAID_CLIENT_ID', 'PLAID_SECRET', 'PLAID_ENVIRONMENT'] as const;
    const absent = plaid.filter((name) => !value[name]);
    if (absent.length < plaid.length) {
      for (const name of absent) refuse(name, 'is missing; Plaid needs all three of its variables');
    }
    const isReal = value.ASTRA_ENVIRONMENT === 'production';
    if (value.PLAID_ENVIRONMENT && (value.PLAID_ENVIRONMENT === 'production') !== isReal) {
      refuse('PLAID_ENVIRONMENT', "must be production with Astra's production, and only then");
    }
    if (value.UNIT_API_TOKEN && !value.UNIT_ENVIRONMENT) {
      refuse('UNIT_ENVIRONMENT', 'is missing; it must be sandbox or production');
    }
    if (value.UNIT_ENVIRONMENT && !value.UNIT_API_TOKEN) {
      refuse('UNIT_API_TOKEN', "is missing; make an org token in Unit's dashboard");
    }
    // Unit hands cards to Astra by itself, so the two must be of one kind: a real card must not get
    // into a sandbox, and Unit does not reach the emulator.
    if (value.UNIT_ENVIRONMENT && value.UNIT_ENVIRONMENT !== value.ASTRA_ENVIRONMENT) {
      refuse(
        'UNIT_ENVIRONMENT',
        "must be the same as ASTRA_ENVIRONMENT; with the emulator, don't set it",
      );
    }
    // The check also runs when the addresses themselves were refused already.
    const [own, redirect] = [value.NEXTAUTH_URL, value.ASTRA_REDIRECT_URI];
    const areUrls = URL.canParse(own) && URL.canParse(redirect);
    if (areUrls && new URL(redirect).origin !== new URL(own).origin) {
      refuse('ASTRA_REDIRECT_URI', 'must be an address of this app (see NEXTAUTH_URL)');
    }
  })
  .transform(({ ASTRA_ENVIRONMENT: environment, ...value }) => ({
    ...value,
    ASTRA_ENVIRONMENT: environment,
    astraHosts:
      environment === 'emulator'
        ? {
            apiUrl: value.ASTRA_API_URL ?? '',
            secureUrl: value.ASTRA_SECURE_URL ?? '',
            appUrl: value.ASTRA_APP_URL ?? '',
          }
        : astraHosts[environment],
  }));

function smtpUrl(sentence: string) {
  return z.url({ protocol: /^smtps?$/, error: sentence });
}

/** Whoever has it reads every balance that we hold, so it must not be one that can be guessed. */
function balanceSecret() {
  return z.string().min(16, 'must be at least 16 characters of random text');
}

export type Environment = z.output<typeof environmentSchema>;
