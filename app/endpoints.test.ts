import path from 'node:path';
import { expect, test } from 'vitest';
import { hasActions, sourcesUnder, textOf } from '@/testing/sources/sources';

const sources = sourcesUnder('app', 'components', 'lib');

/** It ends the session of whoever calls it, and knows nobody else's. */
const needsNobody = ['lib/auth/sign-out.ts signOut'];

// Next makes an open endpoint of whatever stands in such a file: no page and no proxy is before it.
const withActions = sources.filter(hasActions);
const actions = withActions.flatMap((file) =>
  [
    ...textOf(file).matchAll(/^export (?!type\b)(?:async function (\w+)|const (\w+) = |)(\w+)?/gm),
  ].map(([, declared, assigned, maker]) => ({ name: `${file} ${declared ?? assigned}`, maker })),
);

test('every server action checks its session and its input by itself', () => {
  expect(actions.length).toBeGreaterThan(2);
  const others = actions.filter(({ maker }) => maker !== 'userAction').map(({ name }) => name);
  expect(others).toEqual(needsNobody);
});

test('server actions stand in files of their own, where they can be seen', () => {
  const hidden = withActions.filter((file) => !/^['"]use server['"]/.test(textOf(file)));
  expect(hidden).toEqual([]);
});

test('every form of an action says for which session it was made', () => {
  const forms = sources.filter((file) => textOf(file).includes('useActionState'));
  expect(forms.length).toBeGreaterThan(5);
  expect(forms.filter((file) => !textOf(file).includes('<SessionMarkField />'))).toEqual([]);
});

test('every page for signed-in people asks by itself who has come', () => {
  const pages = sources.filter(
    (file) => /^app\/\((?!auth\))\w+\)\//.test(file) && file.endsWith('/page.tsx'),
  );
  expect(pages.length).toBeGreaterThan(4);
  const open = pages.filter((file) => !asks(textOf(file)) && !loadersOf(file).some(asks));
  expect(open).toEqual([]);
});

function asks(text: string): boolean {
  return /await require(User|Operator)\(\)/.test(text);
}

/** The texts of the route's own files through which a page loads what it shows. */
function loadersOf(page: string): string[] {
  return [...textOf(page).matchAll(/from '(\.{1,2}\/load-[\w-]+)'/g)].map(([, module = '']) =>
    textOf(`${path.posix.join(path.posix.dirname(page), module)}.ts`),
  );
}
