import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteOutage, noteRefusal, tellRefusals } from './note-refusals';

const lines = vi.hoisted((): unknown[][] => []);
vi.mock('@/lib/log/logger', () => ({
  log: () => ({
    warn: (...line: unknown[]) => lines.push(['warn', ...line]),
    error: (...line: unknown[]) => lines.push(['error', ...line]),
  }),
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  tellRefusals();
  lines.length = 0;
  vi.useRealTimers();
});

test('a hundred thousand refusals are one line a minute, with how many there were of each kind', () => {
  for (let sent = 0; sent < 100_000; sent += 1) noteRefusal('bad_signature');
  noteRefusal('too_large');
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(60_000);
  const refused = { bad_signature: 100_000, too_large: 1 };
  expect(lines).toEqual([['warn', { refused }, 'deliveries were refused']]);
  vi.advanceTimersByTime(600_000);
  expect(lines).toHaveLength(1);
  noteRefusal('not_json');
  vi.advanceTimersByTime(60_000);
  expect(lines[1]).toMatchObject(['warn', { refused: { not_json: 1 } }, expect.any(String)]);
});

test('that events cannot be stored is told at once, once, and without what the event says', () => {
  const error = Object.assign(new Error('canary'), { code: '23514', detail: 'Row (canary)' });
  for (let sent = 0; sent < 1000; sent += 1) {
    noteOutage(error);
    noteRefusal('unavailable');
  }
  expect(lines).toMatchObject([['error', { code: '23514' }, expect.any(String)]]);
  expect(JSON.stringify(lines)).not.toContain('canary');
});
