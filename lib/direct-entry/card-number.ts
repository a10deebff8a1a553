type Brand = {
  begins: RegExp;
  /** How many digits a number may have, and how many its security code has. */
  lengths: readonly number[];
  securityCode: number;
  /** How the digits are printed on the card. */
  groups: readonly number[];
};

const inFours = [4, 4, 4, 4, 3];

const brands: readonly Brand[] = [
  { begins: /^4/, lengths: [13, 16, 19], securityCode: 3, groups: inFours },
  {
    begins: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/,
    lengths: [16],
    securityCode: 3,
    groups: inFours,
  },
  { begins: /^3[47]/, lengths: [15], securityCode: 4, groups: [4, 6, 5] },
  { begins: /^(6011|65|64[4-9])/, lengths: [16, 17, 18, 19], securityCode: 3, groups: inFours },
];

function brandOf(digits: string): Brand | undefined {
  return brands.find(({ begins }) => begins.test(digits));
}

/** Only the digits of what was typed or pasted. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '');
}

/** Whether a number of this brand may have so many digits. Of unknown brands little is known. */
export function hasFittingLength(digits: string): boolean {
  const lengths = brandOf(digits)?.lengths;
  return lengths ? lengths.includes(digits.length) : digits.length >= 12 && digits.length <= 19;
}

/** How many digits the security code of such a card may have. */
export function securityCodeLengths(digits: string): readonly number[] {
  const length = brandOf(digits)?.securityCode;
  return length ? [length] : [3, 4];
}

/** Whether the last digit is the one that the others ask for (the Luhn formula): most slips show. */
export function passesLuhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const weighed = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return digits.length > 0 && sum % 10 === 0;
}

/** The number as it is printed on the card, as far as it is typed, with no blank at its end. */
export function groupCardNumber(typed: string): string {
  const digits = digitsOf(typed).slice(0, 19);
  let start = 0;
  const groups = (brandOf(digits)?.groups ?? inFours).map((size) => {
    start += size;
    return digits.slice(start - size, start);
  });
  return groups.filter((group) => group !== '').join(' ');
}

/** The place in a grouped number after so many of its digits: where the cursor stays. */
export function placeAfterDigits(grouped: string, count: number): number {
  let seen = 0;
  for (let place = 0; place < grouped.length; place += 1) {
    if (seen === count) return place;
    if (/\d/.test(grouped.charAt(place))) seen += 1;
  }
  return grouped.length;
}
