import type { Way } from '@/components/way-links';

/** The ways to add a card without Astra's page. */
export const ways: readonly Way[] = [];
