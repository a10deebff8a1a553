import { expect, test } from 'vitest';
import { shortName } from './short-name';

test.each([
  ['Edmund', 'Hillary', 'Edmund H.'],
  ['  Mary Ann ', ' van Dyke ', 'Mary Ann v.'],
  ['Edmund', '', 'Edmund'],
  ['Edmund', undefined, 'Edmund'],
  ['Ed\u202emund', '\u{20bb7}野', 'Ed mund \u{20bb7}.'],
  ['', 'Hillary', null],
  [null, null, null],
])('of %j %j others see %j', (first_name, last_name, short) => {
  expect(shortName({ first_name, last_name })).toBe(short);
});
