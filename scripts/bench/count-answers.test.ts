import { expect, test } from 'vitest';
import { answerCounter } from './count-answers';

const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n\r\n\r\nx';
const empty = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';
const chunkedHead = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
const chunked = `${chunkedHead}5\r\n{"a":\r\n2\r\n0}\r\n0\r\n\r\n`;
const emptyChunked = `${chunkedHead}0\r\n\r\n`;

const sizes = [1, 2, 3, 7, 64, 10_000];

function countIn(text: string, size: number): number {
  const count = answerCounter(200);
  const bytes = Buffer.from(text);
  let counted = 0;
  for (let place = 0; place < bytes.length; place += size) {
    counted += count(bytes.subarray(place, place + size));
  }
  return counted;
}

test.each(sizes)('whole answers are counted in pieces of %i bytes', (size) => {
  expect(countIn(answer + empty + answer + empty + empty, size)).toBe(5);
});

test.each(sizes)('answers in chunks are counted in pieces of %i bytes', (size) => {
  expect(countIn(chunked + emptyChunked + answer + chunked + empty, size)).toBe(5);
});

test('half an answer is none', () => {
  for (const half of [answer, chunked]) {
    const count = answerCounter(200);
    expect(count(Buffer.from(half.slice(0, -1)))).toBe(0);
    expect(count(Buffer.from(half.slice(-1)))).toBe(1);
  }
});

test('a long body is counted once', () => {
  const long = `HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n${'x'.repeat(9_000)}`;
  const chunks = `${chunkedHead}2328\r\n${'x'.repeat(9_000)}\r\n0\r\n\r\n`;
  expect(countIn(long + long + chunks + chunks, 10_000)).toBe(4);
});

test('an answer with another status, or of unknown length, is an error', () => {
  expect(() => answerCounter(201)(Buffer.from(empty))).toThrow('Not the answer that was wanted');
  const endless = 'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n';
  expect(() => answerCounter(200)(Buffer.from(endless))).toThrow('does not tell its length');
});

test('a refusal that is tolerated is counted as an answer', () => {
  const refusal = 'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 2\r\n\r\n{}';
  const count = answerCounter(200, (status) => status === 503);
  expect(count(Buffer.from(refusal + answer))).toBe(2);
  expect(() => count(Buffer.from('HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n'))).toThrow('500');
});
