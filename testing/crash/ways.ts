/** What becomes of the one creating call and its answer. */
export type Way = {
  /** A fault of the emulator; null when nothing goes wrong. */
  fault: { kind: string; [parameter: string]: unknown } | null;
  /** Whether the sender waits for its own deadline. */
  isSlow: boolean;
  /** Whether the answer comes, and can be read. */
  arrives: boolean;
};

const way = (kind: string, parameters: Record<string, unknown> = {}): Way => ({
  fault: { kind, ...parameters },
  isSlow: kind === 'hang' || kind === 'lost_timeout',
  arrives: kind.startsWith('unknown_'),
});

export const ways: readonly Way[] = [
  // It arrives, as it should or with things in it that nobody documents.
  { fault: null, isSlow: false, arrives: true },
  way('unknown_fields'),
  way('unknown_status'),
  // The money moves, and the sender does not learn it.
  way('lost_timeout'),
  way('lost_reset'),
  way('lost_half'),
  way('lost_empty'),
  way('garbage'),
  way('wrong_type'),
  way('lost_401'),
  way('lost_429'),
  way('lost_500'),
  way('lost_status', { status: 502 }),
  way('lost_status', { status: 503 }),
  // No money moves, and only the last of these proves it.
  way('hang'),
  way('reset'),
  way('gateway_page'),
  way('status', { status: 400 }),
];
