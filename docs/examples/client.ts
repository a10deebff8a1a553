import { type AstraConfig, createAstra } from '@/lib/astra';

/** Three hosts and the client's keys. `npm run --silent emulator -- env` prints these variables. */
export const config: AstraConfig = {
  apiUrl: readVariable('ASTRA_API_URL'),
  secureUrl: readVariable('ASTRA_SECURE_URL'),
  appUrl: readVariable('ASTRA_APP_URL'),
  clientId: readVariable('ASTRA_CLIENT_ID'),
  clientSecret: readVariable('ASTRA_CLIENT_SECRET'),
  redirectUri: readVariable('ASTRA_REDIRECT_URI'),
  // Every attempt of every call, without bodies, ids and tokens: made for logs and metrics.
  onCall: ({ method, pathTemplate, status, requestId }) =>
    console.log('→', method, pathTemplate, status ?? 'no answer', requestId ?? ''),
};

/** Which bank account numbers belong to. It stands in your dashboard, under Client Details. */
export const institutionId = readVariable('ASTRA_INSTITUTION_ID');

/** One client is enough for a process. It holds no state of any person. */
export const astra = createAstra(config);

function readVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: see docs/guides/astra-client.md.`);
  return value;
}
