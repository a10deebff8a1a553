import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.dirname(import.meta.dirname);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const versions = z.record(z.string(), z.string());
const { dependencies, devDependencies, optionalDependencies } = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(read('package.json')));
const named = { ...dependencies, ...devDependencies, ...optionalDependencies };

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string(),
        integrity: z.string().optional(),
        // Comes within another package, whose checksum covers it.
        inBundle: z.boolean().default(false),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

test('every package is named with one exact version, never with a range or a tag', () => {
  const loose = Object.entries(named).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('every package that is installed has a checksum, and ours have the version that we name', () => {
  const { '': _own, ...installed } = lockfile.packages;
  const unchecked = Object.entries(installed).filter(
    ([, { integrity, inBundle }]) => !integrity && !inBundle,
  );
  expect(unchecked).toEqual([]);
  const ours = Object.keys(named).map((name) => [name, installed[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(ours)).toEqual(named);
});

test('every package that we name is on the page that says what it is for', () => {
  const page = read('docs/dependencies.md');
  const listed = new Set(
    [...page.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', ')),
  );
  // The programs of each platform stand there under the name of one.
  const ours = Object.keys({ ...dependencies, ...devDependencies });
  expect(ours.filter((name) => !listed.has(name))).toEqual([]);
});
