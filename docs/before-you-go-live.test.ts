import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assumptions, type Operation, operations } from '@/lib/astra/contract';

const page = readFileSync(path.join(import.meta.dirname, 'guides/before-you-go-live.md'), 'utf8');

function unnamed(names: string[]): string[] {
  return names.filter((name) => !page.includes(`\`${name}\``));
}

test('every assumption is named on the page that turns them into questions', () => {
  expect(unnamed(Object.keys(assumptions))).toEqual([]);
});

test('so is every endpoint whose shape is assumed', () => {
  const assumed = Object.entries<Record<string, Operation>>(operations).flatMap(
    ([resource, calls]) =>
      Object.entries(calls)
        .filter(([, operation]) => operation.isAssumed)
        .map(([name]) => `${resource}.${name}`),
  );
  expect(assumed.length).toBeGreaterThan(0);
  expect(unnamed(assumed)).toEqual([]);
});
