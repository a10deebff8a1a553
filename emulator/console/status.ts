import { type Markup, markup } from '../server/markup';

/** The colour of every status that an object of the emulator can have; plain for any other. */
const tones: Readonly<Record<string, string>> = {
  approved: 'is-good',
  active: 'is-good',
  connected: 'is-good',
  processed: 'is-good',
  completed: 'is-good',
  paid: 'is-good',
  pending: 'is-warn',
  retry: 'is-warn',
  document: 'is-warn',
  flagged: 'is-warn',
  requires_user_verification: 'is-warn',
  pending_account_authorization: 'is-warn',
  rejected: 'is-bad',
  suspended: 'is-bad',
  user_suspended: 'is-bad',
  failed: 'is-bad',
  error: 'is-bad',
};

/** The class that colours a status. */
export function toneOf(status: string): string {
  return tones[status] ?? 'is-plain';
}

/** A status as people read it: `user_suspended` is `user suspended`. */
export function statusWords(status: string): string {
  return status.replaceAll('_', ' ');
}

/** A status in its colour. */
export function statusBadge(status: string): Markup {
  return markup`<span class="badge ${toneOf(status)}">${statusWords(status)}</span>`;
}

/** The colour of an HTTP status. */
export function statusTone(status: number | null): string {
  if (status === null || status >= 500) return 'is-bad';
  if (status >= 400) return 'is-warn';
  return status >= 300 ? 'is-plain' : 'is-good';
}
