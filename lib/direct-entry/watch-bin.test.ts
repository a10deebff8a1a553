import { expect, test } from 'vitest';
import { emptyField, watchBin } from './watch-bin';

const number = '4000056655665556';
const another = '4242424242424242';

/** What is looked up while the field holds these digits one after the other, each once. */
function lookedUp(...steps: string[]): string[] {
  let watch = emptyField;
  const bins = new Set<string>();
  for (const digits of steps) {
    watch = watchBin(watch, digits);
    if (watch.bin !== '') bins.add(watch.bin);
  }
  return [...bins];
}

const typed = (digits: string) => digits.split('').map((_, index) => digits.slice(0, index + 1));
const deletedFromFront = (digits: string) =>
  digits.split('').map((_, index) => digits.slice(index + 1));
const deletedFromEnd = (digits: string) => typed(digits).reverse().slice(1);

test('the first six digits are looked up as soon as they stand there, and no others', () => {
  expect(lookedUp(...typed(number.slice(0, 5)))).toEqual([]);
  expect(lookedUp(...typed(number))).toEqual([number.slice(0, 6)]);
});

test('a number that comes whole, pasted or filled in, is looked up by its first six', () => {
  expect(lookedUp(number, ...deletedFromFront(number))).toEqual([number.slice(0, 6)]);
});

test('a slip that is mended at the end does not keep a number from being looked up', () => {
  expect(lookedUp(...typed('4001'), ...deletedFromEnd('4001'), ...typed(number))).toEqual([
    number.slice(0, 6),
  ]);
});

test.each([
  ['deleted from its front', [...typed(number), ...deletedFromFront(number)]],
  ['deleted from its end and typed on', [...typed(number), '40000', '400009', '4000098']],
  ['changed in its middle', [...typed(number), `4001${number.slice(4)}`, '41', '411111']],
  ['pasted over', [...typed(number), number.slice(3), number.slice(3, 9)]],
])('after a look-up, a number that is %s is not looked up again', (_what, steps) => {
  expect(lookedUp(...steps)).toEqual([number.slice(0, 6)]);
});

test.each([
  ['loses its front while it is short', ['4', '40', '400', '00', '000', '0005', '00056', '000566']],
  ['grows at its front', ['6', '66', '566', '5566', '65566', '665566']],
  ['comes in pieces', ['400', '400005', '4000056']],
  ['is pasted in pieces', ['4000', '40000566', '400005', '40000', '400005']],
  ['does not check out and loses its front', [number.slice(1), ...deletedFromFront(number)]],
])('a number that %s is not looked up at all', (_what, steps) => {
  expect(lookedUp(...steps.filter(Boolean))).toEqual([]);
});

test('another number is looked up after the field was emptied', () => {
  expect(lookedUp(...typed(number), '', ...typed(another))).toEqual([
    number.slice(0, 6),
    another.slice(0, 6),
  ]);
});
