/** Replaces what must not be repeated in a text that came from outside. */
export type Redact = (text: string) => string;

const removed = '[removed]';

/**
 * Nine digits of any script, also with blanks, dashes, dots or slashes between: an SSN, a card, account
 * or routing number.
 */
const longDigitRun = /\p{Nd}(?:[\p{Z}\p{Pd}./_]{0,3}\p{Nd}){8,}/gu;

/** Would break a log line, or hide text in a terminal: controls, and marks that turn text around. */
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

const loneSurrogates = /\p{Cs}/gu;

const longestInput = 10_000;
const longestText = 500;
/** A card's number with what may stand between its digits. */
const longestNumber = 80;

/**
 * Makes Astra's own words safe to log and to show: an error's description may quote what we sent.
 *
 * @param secrets values of this very call (tokens, an SSN, a card's security code) to be removed.
 */
export function redactor(secrets: readonly string[]): Redact {
  const known = spellingsOf(secrets);
  const longest = Math.max(longestNumber, known[0]?.length ?? 0);
  return (text) => {
    let safe = text.slice(0, longestInput + longest);
    for (const secret of known) safe = safe.replaceAll(secret, removed);
    // What the cut went through is no longer known for a secret: it goes as well.
    if (text.length > longestInput + longest) safe = safe.slice(0, -longest);
    // One that marks without a width were put into; whoever does that means harm.
    const bare = safe.replace(controls, '');
    if (known.some((secret) => bare.includes(secret))) return removed;
    safe = safe.replace(controls, ' ').replace(longDigitRun, removed).trim();
    return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
  };
}

/** Tells whether a text that is to be kept whole, such as an id, holds one of the secrets. */
export function secretFinder(secrets: readonly string[]): (text: string) => boolean {
  const known = spellingsOf(secrets);
  return (text) => known.some((secret) => text.includes(secret));
}

/** Every way to write each secret, the longest first: a whole body before the values in it. */
function spellingsOf(secrets: readonly string[]): string[] {
  // One or two characters are in every text; the client's own secret is never that short.
  const known = [...new Set(secrets.filter((secret) => secret.length > 2).flatMap(spellings))];
  return known.sort((a, b) => b.length - a.length);
}

/** As it is, in JSON, in a path and in a form. */
function spellings(secret: string): string[] {
  const wellFormed = secret.replace(loneSurrogates, '\u{fffd}');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(wellFormed),
    new URLSearchParams([['', wellFormed]]).toString().slice(1),
  ];
}

const secretFields = new Set([
  'account_number',
  'address1',
  'address2',
  'card_number',
  'card_security_code',
  'code',
  'date_of_birth',
  'ein',
  'email',
  'phone',
  'processor_token',
  'proposed_phone',
  'refresh_token',
  'routing_number',
  'ssn',
  'street_line_1',
  'street_line_2',
  'token',
]);

/** The values in a request body, at any depth, that no error may repeat. */
export function secretsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' && secretFields.has(key) ? [value] : secretsIn(value),
  );
}
