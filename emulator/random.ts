import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Everything unpredictable in the emulator comes from here, so that a seeded twin can replace it. */
export type Random = {
  /** `length` lower-case hex digits: client ids, user ids. */
  hex(length: number): string;
  /** `length` letters and digits: tokens and codes. */
  alphanumeric(length: number): string;
  /** `length` decimal digits, leading zeros included: codes sent by text message. */
  digits(length: number): string;
  uuid(): string;
};

/** The ordinary source: the operating system's. */
export function createRandom(): Random {
  return {
    hex: (length) =>
      randomBytes(Math.ceil(length / 2))
        .toString('hex')
        .slice(0, length),
    alphanumeric: (length) => {
      let text = '';
      while (text.length < length) {
        for (const byte of randomBytes(length)) {
          // 248 is the largest multiple of 62 in a byte: taking more would favour early letters.
          if (byte < 248 && text.length < length) text += alphabet[byte % 62];
        }
      }
      return text;
    },
    digits: (length) => String(randomInt(10 ** length)).padStart(length, '0'),
    uuid: () => randomUUID(),
  };
}
