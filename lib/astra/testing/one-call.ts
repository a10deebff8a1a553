import type { Astra } from '../client';

/** An endpoint as Astra documents it, and a call of it through the client. */
export type OneCall = {
  /** Who calls, how, on which host, what, and the status of success: by hand, from the reference. */
  documented: `${'Basic' | 'Bearer' | 'nobody'} ${string} ${'api' | 'secure'} /v1/${string} ${number}`;
  call: (astra: Astra) => Promise<unknown>;
  /** All that Astra may answer, and the least. */
  full: unknown;
  minimal: unknown;
};

/** The least that comes with an id, and all. */
export const answered = (full: object) => ({ full, minimal: { id: 'an-id' } });

/** For a call whose status says everything. */
export const silent = { full: {}, minimal: null };

/** For a list, whose page may be empty and the last. */
export const listed = (plural: string, one: object) => ({
  full: { count: 1, [plural]: [one], cursor: null, more: false },
  minimal: { [plural]: [] },
});
