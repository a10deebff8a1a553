/** Replaces what must not be repeated in a text that came from outside. */
export type Redact = (text: string) => string;

const removed = '[removed]';

/** Nine digits, also with blanks or dashes between: an SSN, a card, account or routing number. */
const longDigitRun = /\d(?:[ -]?\d){8,}/g;

/** Would break a log line, or hide text in a terminal: controls, and marks that turn text around. */
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

const loneSurrogates = /\p{Cs}/gu;

const longestInput = 10_000;
const longestText = 500;

/**
 * Makes Astra's own words safe to log and to show: an error's description may quote what we sent.
 *
 * @param secrets values of this very call (tokens, an SSN, a card's security code) to be removed.
 */
export function redactor(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets.filter((secret) => secret.length > 2).flatMap(spellings))];
  // The longest first: a whole body before the values in it.
  known.sort((a, b) => b.length - a.length);
  return (text) => {
    let safe = text.slice(0, longestInput);
    for (const secret of known) safe = safe.replaceAll(secret, removed);
    safe = safe.replace(controls, ' ').replace(longDigitRun, removed).trim();
    return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
  };
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
