const outcomes = ['linked', 'left', 'failed'] as const;

/** How a visit to Astra's hosted page ended, as far as our callback page could tell. */
export type FrameOutcome = (typeof outcomes)[number];

export type FrameMessage = { type: 'astra:finished'; purpose: string; outcome: FrameOutcome };

type Incoming = { origin: string; source: unknown; data: unknown };
type Expected = { origin: string; source: unknown };

const longestPurpose = 64;

/**
 * Reads a `message` event meant for `AstraFrame`, or returns null. Anybody who has a handle on the
 * window can post to it, so only our own callback page counts: it runs on our origin, inside our
 * frame. Origins are compared whole, since a test by prefix or suffix lets lookalikes through.
 */
export function parseFrameMessage(event: Incoming, expected: Expected): FrameMessage | null {
  if (expected.origin === '' || expected.origin === 'null') return null;
  if (event.origin !== expected.origin) return null;
  if (expected.source === null || expected.source === undefined) return null;
  if (event.source !== expected.source) return null;
  try {
    return readData(event.data);
  } catch {
    return null;
  }
}

function readData(data: unknown): FrameMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('type' in data && 'purpose' in data && 'outcome' in data)) return null;
  const { type, purpose } = data;
  if (type !== 'astra:finished' || typeof purpose !== 'string') return null;
  if (purpose === '' || purpose.length > longestPurpose) return null;
  const outcome = outcomes.find((known) => known === data.outcome);
  return outcome ? { type, purpose, outcome } : null;
}
