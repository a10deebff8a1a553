import 'server-only';
import { type Astra, createAstra } from '@/lib/astra';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';

let client: Astra | null = null;

/** This app's Astra client: the configured hosts and credentials, with every call logged. */
export function astra(): Astra {
  client ??= createAstra({
    ...env().astraHosts,
    clientId: env().ASTRA_CLIENT_ID,
    clientSecret: env().ASTRA_CLIENT_SECRET,
    redirectUri: env().ASTRA_REDIRECT_URI,
    onCall: (call) => log().info({ call }, 'astra call'),
  });
  return client;
}
