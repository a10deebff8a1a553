import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { UserRow } from '../../state/rows';
import { consoleVisit, pageText } from '../../testing/console-pages';
import { testEmulator } from '../../testing/emulator';
import { temporaryDir } from '../../testing/process';

const people = 1_203;

function userRow(number: number): UserRow {
  return {
    id: `user-${number}`,
    email: `person${number}@example.com`,
    phone: `+1555${String(number).padStart(7, '0')}`,
    firstName: 'Person',
    lastName: `No${number}.`,
    preferredFirstName: null,
    preferredLastName: null,
    preferredPronouns: null,
    address1: '1 Main St',
    address2: '',
    city: number === 3 ? 'Reykjavik' : 'Palo Alto',
    state: 'CA',
    postalCode: '94304',
    kycType: 'verified',
    metadata: null,
    status: number % 100 === 0 ? 'suspended' : 'approved',
    documentUnderReview: false,
    authorized: true,
    createdMs: number,
    history: [{ status: 'approved', atMs: number }],
  };
}

/** More people than a filter looks through at once. */
async function crowd() {
  const dataDir = await temporaryDir();
  const numbers = Array.from({ length: people }, (_, place) => place + 1);
  const changes = numbers.map((number) => ['users', `user-${number}`, userRow(number)]);
  await writeFile(join(dataDir, 'journal.jsonl'), `${JSON.stringify(changes)}\n`);
  return testEmulator({ settings: { dataDir } });
}

/** The numbers of the people on a page, in order, and where Older leads. */
async function list(emulator: { hostedUrl: string }, path: string) {
  const page = await consoleVisit(emulator, path);
  const numbers = [...page.html.matchAll(/<strong>Person No(\d+)\./g)].map(([, digits]) =>
    Number(digits),
  );
  const older = /href="\/console([^"]*before=[^"]*)"[^>]*>Older/.exec(page.html)?.[1];
  return { numbers, older: older?.replaceAll('&amp;', '&'), text: pageText(page) };
}

test('a list begins with the newest and goes on with Older to the very first', async () => {
  const emulator = await crowd();
  const first = await list(emulator, '/people');
  expect(first.numbers).toEqual(Array.from({ length: 50 }, (_, place) => people - place));
  let older = first.older;
  let last = first;
  let seen = first.numbers.length;
  while (older !== undefined) {
    last = await list(emulator, older);
    seen += last.numbers.length;
    older = last.older;
  }
  expect(seen).toBe(people);
  expect(last.numbers.at(-1)).toBe(1);
  expect(last.text).toContain('Newest');
});

test('a filter looks through a thousand at a time, says so, and Older goes on', async () => {
  const emulator = await crowd();
  const newest = await list(emulator, '/people?q=reykjavik');
  expect(newest.numbers).toEqual([]);
  expect(newest.text).toContain('A filter looks through 1000 at a time, of 1203');
  expect((await list(emulator, newest.older ?? '')).numbers).toEqual([3]);
});

test('a filter that fits nearly everybody goes on page by page and leaves nobody out', async () => {
  const emulator = await crowd();
  const seen: number[] = [];
  let path: string | undefined = '/people?status=approved';
  while (path !== undefined) {
    const page = await list(emulator, path);
    expect(page.numbers.length).toBeLessThanOrEqual(50);
    seen.push(...page.numbers);
    path = page.older;
  }
  expect(seen).toHaveLength(people - 12);
  expect(new Set(seen).size).toBe(people - 12);
});

test('text and status narrow a list down together', async () => {
  const emulator = await crowd();
  const suspended = await list(emulator, '/people?status=suspended');
  expect(suspended.numbers).toEqual([1200, 1100, 1000, 900, 800, 700, 600, 500, 400, 300]);
  expect((await list(emulator, '/people?status=suspended&q=person+no11')).numbers).toEqual([1100]);
  const nothing = await list(emulator, '/people?status=suspended&q=no7.');
  expect(nothing.text).toContain('Nothing fits');
});

test('an id and a phone number are found by index, however old the person is', async () => {
  const emulator = await crowd();
  expect((await list(emulator, '/people?q=user-2')).numbers).toEqual([2]);
  expect((await list(emulator, '/people?q=(555)+000-0001')).numbers).toEqual([1]);
});
