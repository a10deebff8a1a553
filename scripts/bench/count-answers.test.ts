import { expect, test } from 'vitest';
import { answerCounter } from './count-answers';

const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n\r\n\r\nx';
const empty = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

test.each([1, 2, 3, 7, 64, 10_000])('whole answers are counted in pieces of %i bytes', (size) => {
  const count = answerCounter(200);
  const bytes = Buffer.from(answer + empty + answer + empty + empty);
  let counted = 0;
  for (let place = 0; place < bytes.length; place += size) {
    counted += count(bytes.subarray(place, place + size));
  }
  expect(counted).toBe(5);
});

test('half an answer is none', () => {
  const count = answerCounter(200);
  expect(count(Buffer.from(answer.slice(0, -1)))).toBe(0);
  expect(count(Buffer.from('x'))).toBe(1);
});

test('a long body is counted once', () => {
  const count = answerCounter(200);
  const long = `HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n${'x'.repeat(9_000)}`;
  expect(count(Buffer.from(long + long))).toBe(2);
});

test('an answer with another status, or of unknown length, is an error', () => {
  expect(() => answerCounter(201)(Buffer.from(empty))).toThrow('Not the answer that was wanted');
  const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
  expect(() => answerCounter(200)(Buffer.from(chunked))).toThrow('does not tell its length');
});
