import { expect, test } from 'vitest';
import { shortName } from './short-name';

test.each([
  ['Edmund Hillary', 'Edmund H.'],
  ['Edmund Percival Hillary', 'Edmund H.'],
  ['  Edmund  ', 'Edmund'],
  ['', 'A person here'],
  [null, 'A person here'],
])('of “%s” others see “%s”', (full, short) => {
  expect(shortName(full)).toBe(short);
});
