import { z } from 'zod';
import { astraHosts } from '@/lib/astra';
import type { Target } from './target';

const missing = (what: string) => `is missing; ${what}`;
const fromDashboard = missing('find it under Keys in the sandbox’s dashboard');

const sandboxVariables = z.object({
  ASTRA_CLIENT_ID: z.string({ error: fromDashboard }).min(1, fromDashboard),
  ASTRA_CLIENT_SECRET: z.string({ error: fromDashboard }).min(1, fromDashboard),
  ASTRA_REDIRECT_URI: z.url({ error: missing('register it in the sandbox’s dashboard') }),
  // Whoever has production's keys in the environment must not send them here by mistake.
  ASTRA_ENVIRONMENT: z
    .literal('sandbox', { error: 'must be sandbox, or be left out: this suite moves money' })
    .optional(),
  ASTRA_INSTITUTION_ID: z.string().min(1).optional(),
  ASTRA_CONFORMANCE_ACCESS_TOKEN: z.string().min(1).optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether {@link sandboxTarget} would find what it needs. */
export function hasSandboxKeys(environment: Environment): boolean {
  return readVariables(environment).success;
}

/**
 * Astra's sandbox, with the account that the environment names.
 *
 * @throws Error with one line per variable that is missing or wrong; no value is repeated.
 */
export function sandboxTarget(environment: Environment): Target {
  const result = readVariables(environment);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}.`);
    throw new Error(`The sandbox cannot be asked yet:\n${lines.join('\n')}`);
  }
  const { data } = result;
  const { apiUrl, secureUrl, appUrl } = astraHosts.sandbox;
  return {
    name: 'sandbox',
    urls: { api: apiUrl, secure: secureUrl, app: appUrl },
    clientId: data.ASTRA_CLIENT_ID,
    clientSecret: data.ASTRA_CLIENT_SECRET,
    redirectUri: data.ASTRA_REDIRECT_URI,
    institutionId: data.ASTRA_INSTITUTION_ID ?? null,
    readSmsCode: null,
    readWebhook: null,
    accessToken: data.ASTRA_CONFORMANCE_ACCESS_TOKEN ?? null,
    patienceMs: 60_000,
    stop: async () => undefined,
  };
}

/** An empty variable counts as not set. */
function readVariables(environment: Environment) {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  return sandboxVariables.safeParse(set);
}
