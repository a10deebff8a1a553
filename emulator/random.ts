import { createHash, randomBytes, randomUUID } from 'node:crypto';

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
  /** From 0 up to but not including 1, for chances. */
  fraction(): number;
};

/** A source whose outputs repeat. Its place in the sequence can be kept and gone back to. */
export type SeededRandom = Random & {
  position(): number;
  moveTo(position: number): void;
};

/** The ordinary source: the operating system's. */
export function createRandom(): Random {
  return { ...randomOf(randomBytes), uuid: () => randomUUID() };
}

/**
 * The source of `--seed`: hashes of the seed and a counter. For repeating tests, never for secrets.
 *
 * @param use sources of the same seed for different uses do not disturb each other
 */
export function createSeededRandom(seed: number, use: string): SeededRandom {
  let position = 0;
  let block: Buffer = Buffer.alloc(0);
  const take = (length: number): Buffer => {
    while (block.length < length) {
      const next = createHash('sha256').update(`${seed} ${use} ${position}`).digest();
      block = Buffer.concat([block, next]);
      position += 1;
    }
    const taken = block.subarray(0, length);
    block = block.subarray(length);
    return taken;
  };
  return {
    ...randomOf(take),
    position: () => position,
    moveTo: (to) => {
      position = to;
      block = Buffer.alloc(0);
    },
  };
}

function randomOf(bytes: (length: number) => Buffer): Random {
  const fraction = () => bytes(6).readUIntBE(0, 6) / 2 ** 48;
  return {
    hex: (length) =>
      bytes(Math.ceil(length / 2))
        .toString('hex')
        .slice(0, length),
    alphanumeric: (length) => {
      let text = '';
      while (text.length < length) {
        for (const byte of bytes(length)) {
          // 248 is the largest multiple of 62 in a byte: taking more would favour early letters.
          if (byte < 248 && text.length < length) text += alphabet[byte % 62];
        }
      }
      return text;
    },
    digits: (length) => String(Math.floor(fraction() * 10 ** length)).padStart(length, '0'),
    uuid: () => {
      const raw = Buffer.from(bytes(16));
      raw[6] = (raw.readUInt8(6) & 0x0f) | 0x40;
      raw[8] = (raw.readUInt8(8) & 0x3f) | 0x80;
      return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
    fraction,
  };
}
