import 'server-only';
import { env } from '@/lib/env';
import type { CardIssuer } from './card-issuer';
import { standInIssuer } from './stand-in/stand-in-issuer';
import { unitApi, unitHosts } from './unit/unit-api';
import { unitIssuer } from './unit/unit-issuer';

/**
 * The issuer of our cards: Unit where its keys are set, a stand-in beside the emulator, and
 * elsewhere none.
 */
export function currentIssuer(): CardIssuer | null {
  const { ASTRA_ENVIRONMENT, UNIT_API_TOKEN, UNIT_ENVIRONMENT } = env();
  if (UNIT_API_TOKEN && UNIT_ENVIRONMENT) {
    return unitIssuer(unitApi({ apiUrl: unitHosts[UNIT_ENVIRONMENT], apiToken: UNIT_API_TOKEN }));
  }
  return ASTRA_ENVIRONMENT === 'emulator' ? standInIssuer : null;
}
