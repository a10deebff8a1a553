/** Whether the last digit is the check digit that the others ask for (the Luhn formula). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The brand that a card number's first digits belong to. */
export function cardCompany(digits: string): string {
  if (digits.startsWith('4')) return 'Visa';
  if (/^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/.test(digits)) return 'Mastercard';
  if (/^(6011|65|64[4-9])/.test(digits)) return 'Discover';
  if (/^3[47]/.test(digits)) return 'American Express';
  return 'Unknown';
}

/**
 * Whether a card is good now.
 *
 * @param expirationDate `MM/YY`; a card is good to the end of that month
 * @param today `YYYY-MM-DD`
 */
export function isUnexpired(expirationDate: string, today: string): boolean {
  const [month = '', year = ''] = expirationDate.split('/');
  return `20${year}-${month}` >= today.slice(0, 7);
}
