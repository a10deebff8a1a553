import type { Addresses } from './console/context';
import { clientInstitution } from './rules/institutions';
import type { ClientKeys } from './state/client';

/** What a partner app needs to know to use this emulator, as a dotenv file with explanations. */
export function envText(
  addresses: Addresses,
  client: ClientKeys,
  redirectUris: readonly string[],
  balanceUrl: string,
): string {
  return `# The API: Basic auth with the client's keys, or a person's bearer token.
ASTRA_API_URL=${addresses.apiUrl}
# The host that alone takes card numbers.
ASTRA_SECURE_URL=${addresses.secureUrl}
# The hosted pages: authorize, link a card. The console is under /console.
ASTRA_APP_URL=${addresses.hostedUrl}
# The client's keys, made for this data folder. The secret also signs webhooks.
ASTRA_CLIENT_ID=${client.clientId}
ASTRA_CLIENT_SECRET=${client.clientSecret}
# Your institution, for accounts made by account and routing number.
ASTRA_INSTITUTION_ID=${clientInstitution.id}
${balanceProof(client, balanceUrl)}
# Where the hosted pages send people back to; must be registered (--redirect-uri).
ASTRA_REDIRECT_URI=${redirectUris[0] ?? ''}
# Optional: a mail catcher. What you send there appears in the console's mailbox.
EMAIL_SERVER=${addresses.smtpUrl}
`;
}

/** With credentials in its address, the newer edition's; else the older one's, which is always sent. */
function balanceProof({ clientSecret }: ClientKeys, balanceUrl: string): string {
  const { username, password } = balanceUrl === '' ? noCredentials : new URL(balanceUrl);
  const lines = username
    ? {
        BALANCE_USERNAME: decodeURIComponent(username),
        BALANCE_PASSWORD: decodeURIComponent(password),
      }
    : { BALANCE_PUBLIC_KEY: clientInstitution.id, BALANCE_PRIVATE_KEY: clientSecret };
  return [
    '# How it proves itself when it asks you for the balances of such accounts (--balance-url).',
    ...Object.entries(lines).map(([name, value]) => `${name}=${quoted(value)}`),
  ].join('\n');
}

/** A dotenv file takes a bare `#` for the start of a comment. */
function quoted(value: string): string {
  return /^[\w+/=-]+$/.test(value) ? value : `'${value}'`;
}

const noCredentials = { username: '', password: '' };
