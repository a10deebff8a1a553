import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, 'examples');
const page = path.join(import.meta.dirname, 'guides/astra-client.md');
const text = readFileSync(page, 'utf8');

/** A link to an example, and the block below it. */
const shownExample = /(\]\(\.\.\/examples\/([\w-]+\.ts)\)\n\n```ts\n).*?(```\n)/gs;

test('the page about the client shows every example', () => {
  const examples = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'));
  const shown = [...text.matchAll(shownExample)].map(([, , file = '']) => file);
  expect(shown.sort()).toEqual(examples.sort());
});

test('it shows them letter by letter; `npx vitest run docs --update` writes them anew', async () => {
  const upToDate = text.replace(
    shownExample,
    (_, start: string, file: string, end: string) =>
      start + readFileSync(path.join(folder, file), 'utf8') + end,
  );
  await expect(upToDate).toMatchFileSnapshot(page);
});
