/** One check of Astra's review of a card. */
export type ReviewFinding = { code: string; text: string };

/** What a review found. Codes that nobody has explained to us stand apart, as Astra gives them. */
export type ReviewFindings = {
  passed: ReviewFinding[];
  notPassed: ReviewFinding[];
  other: ReviewFinding[];
};

/**
 * Every documented code, in words. What Astra calls OCT is money sent to the card, and AFT money
 * taken from it. Source: reference, "Card Statuses and Review Reasons".
 */
const sentences: Readonly<Record<string, string>> = {
  C1001: 'An earlier payment with this card was disputed, so Astra blocks it.',
  C1010: 'The name on the card fits yours.',
  C1011: 'The name on the card does not fit yours.',
  C1020: 'The card’s ZIP code is yours.',
  C1021: 'The card’s ZIP code is not yours.',
  C1030: 'No medium risk was seen in sending money to this card.',
  C1031: 'A medium risk was seen in sending money to this card.',
  C1040: 'No medium risk was seen in taking money from this card.',
  C1041: 'A medium risk was seen in taking money from this card.',
  C1050: 'No high risk was seen in sending money to this card.',
  C1051: 'A high risk was seen in sending money to this card.',
  C1060: 'No high risk was seen in taking money from this card.',
  C1061: 'A high risk was seen in taking money from this card.',
  C1070: 'The card is from the country that you live in.',
  C1071: 'The card is from another country than you live in.',
  C2000: 'The card’s bank confirms your address.',
  C2001: 'The card’s bank does not confirm your address.',
  C2010: 'The card’s bank confirms your name.',
  C2012: 'The card’s bank confirms only a part of your name.',
  C2013: 'The card’s bank could not say whether the name is right.',
  C2015: 'The card’s bank knows another name.',
};

/** Puts a card's review codes into words. Codes that end in 0 are checks that were passed. */
export function explainReview(codes: readonly string[]): ReviewFindings {
  const findings: ReviewFindings = { passed: [], notPassed: [], other: [] };
  for (const code of new Set(codes)) {
    const text = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
    if (!text) findings.other.push({ code, text: code });
    else if (code.endsWith('0')) findings.passed.push({ code, text });
    else findings.notPassed.push({ code, text });
  }
  return findings;
}
