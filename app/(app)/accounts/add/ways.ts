import 'server-only';
import type { Way } from '@/components/way-links';

/** Other ways to link an account than through Astra's page, as far as they are switched on. */
export function ways(): readonly Way[] {
  return [];
}
