import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);
const pages = ['README.md', 'emulator/README.md', ...filesUnder('docs')].filter((file) =>
  file.endsWith('.md'),
);

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  );
}

/** Words in backticks that read like a file of this project. Some are made only at run time. */
function namedFiles(text: string): string[] {
  return [
    ...text.matchAll(/`([\w.@()[\]/-]+\/[\w.@()[\]-]+\.(?:tsx?|mjs|js|md|json|prisma|css|sql))`/g),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !/^(\.next|\.data|node_modules|lib\/db\/generated)\//.test(name));
}

/** Where links lead to within the project. */
function linkedFiles(text: string, page: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, target = '']) =>
    path.join(path.dirname(page), target),
  );
}

test.each(pages)('%s names only files that exist', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const named = [...namedFiles(text), ...linkedFiles(text, page)];
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('the README can be read in two minutes', () => {
  const words = readFileSync(path.join(root, 'README.md'), 'utf8').split(/\s+/).filter(Boolean);
  expect(words.length).toBeLessThan(500);
});

test('every decision is short and has a number of its own', () => {
  const decisions = readdirSync(path.join(root, 'docs/decisions'));
  expect(new Set(decisions.map((name) => name.slice(0, 4))).size).toBe(decisions.length);
  for (const name of decisions) {
    const text = readFileSync(path.join(root, 'docs/decisions', name), 'utf8');
    expect(text.split(/\s+/).length, name).toBeLessThan(250);
  }
});
