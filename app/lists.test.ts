import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const app = import.meta.dirname;
const lists = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => ({ file, text: readFileSync(path.join(app, file), 'utf8') }))
  .filter(({ text }) => text.includes('<Pager'));

test('every list holds its place while it is read', () => {
  expect(lists.length).toBeGreaterThan(3);
  const bare = lists.filter(
    ({ file, text }) =>
      !existsSync(path.join(app, path.dirname(file), 'loading.tsx')) && !text.includes('<Suspense'),
  );
  expect(bare.map(({ file }) => file)).toEqual([]);
});

test('no page of a single thing begins with a list’s loading state, or it could not answer 404', () => {
  const above = (file: string): string[] => {
    const folder = path.dirname(file);
    return folder === '.' ? [] : [path.join(folder, 'loading.tsx'), ...above(folder)];
  };
  const singles = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'page.tsx' && file.includes('['),
  );
  const late = singles.filter((file) => above(file).some((one) => existsSync(path.join(app, one))));
  expect(late).toEqual([]);
});
