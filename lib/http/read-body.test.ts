import { expect, test } from 'vitest';
import { readBody } from './read-body';

/** A request whose body comes in these pieces, and how many of them were taken. */
function inPieces(pieces: readonly Uint8Array[], headers: Record<string, string> = {}) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[taken];
        taken += 1;
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  // Without a length in advance, as with chunked transfer. (The types do not know `duplex` yet.)
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return { request: new Request('http://localhost/', init), taken: () => taken };
}

const kilobyte = new Uint8Array(1024).fill(7);

test('a body up to the limit is read byte for byte, in however many pieces it comes', async () => {
  const { request } = inPieces([kilobyte, kilobyte]);
  expect(await readBody(request, { maxBytes: 2048 })).toEqual(Buffer.concat([kilobyte, kilobyte]));
});

test('one byte more is refused', async () => {
  const { request } = inPieces([kilobyte, kilobyte, new Uint8Array(1)]);
  expect(await readBody(request, { maxBytes: 2048 })).toBe('too_large');
});

test('a huge body is not read to its end', async () => {
  const { request, taken } = inPieces(Array.from({ length: 50_000 }, () => kilobyte));
  expect(await readBody(request, { maxBytes: 64 * 1024 })).toBe('too_large');
  expect(taken()).toBeLessThan(100);
});

test('a body that says that it is too large is not read at all', async () => {
  const { request, taken } = inPieces([kilobyte], { 'content-length': '99999999' });
  expect(await readBody(request, { maxBytes: 2048 })).toBe('too_large');
  expect(taken()).toBe(0);
});

test('a body that lies about its length is measured', async () => {
  for (const length of ['1', 'nonsense', '-5']) {
    const { request } = inPieces([kilobyte, kilobyte, kilobyte], { 'content-length': length });
    expect(await readBody(request, { maxBytes: 2048 })).toBe('too_large');
  }
});

test('no body is an empty body', async () => {
  expect(
    await readBody(new Request('http://localhost/', { method: 'POST' }), { maxBytes: 10 }),
  ).toHaveLength(0);
});

test('a sender who never finishes is given up', async () => {
  const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(kilobyte) });
  const init = { method: 'POST', body, duplex: 'half' };
  const request = new Request('http://localhost/', init);
  expect(await readBody(request, { maxBytes: 2048, timeoutMs: 1 })).toBe('incomplete');
});

test('a sender who goes away half-way sent nothing', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.error(new Error('gone')),
  });
  const init = { method: 'POST', body, duplex: 'half' };
  const request = new Request('http://localhost/', init);
  expect(await readBody(request, { maxBytes: 2048 })).toBe('incomplete');
});
