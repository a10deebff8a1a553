import 'server-only';
import { env } from '@/lib/env';

const dashboards = {
  sandbox: 'https://dashboard-sandbox.astra.finance',
  production: 'https://dashboard.astra.finance',
} as const;

/** Where Astra's partners decide about cards; with the emulator, its console. */
export function dashboardUrl(): string {
  const { ASTRA_ENVIRONMENT: environment, astraHosts } = env();
  return environment === 'emulator' ? `${astraHosts.appUrl}/console` : dashboards[environment];
}
