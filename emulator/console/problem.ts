import { markup } from '../server/markup';
import type { Reply } from '../server/messages';
import { type Problem, problemAsJson } from '../server/problem';
import { consolePage } from './layout';

const headings: Readonly<Record<number, string>> = {
  403: 'Not from there',
  404: 'Nothing is here',
  409: 'That is not possible',
};

/**
 * A refusal as a page of the console, with the way back to the object that a button was about.
 * Programs, which ask under `/console/api`, get JSON.
 */
export function consoleProblem(problem: Problem, path: string): Reply {
  if (path.startsWith('/console/api/')) return problemAsJson(problem);
  const object = /^(\/console\/[\w-]+\/[^/]+)\/[\w-]+$/.exec(path)?.[1];
  const heading = headings[problem.status] ?? 'Something went wrong';
  const text =
    problem.status === 404
      ? 'The object is unknown here. It may have been deleted, or belong to another world.'
      : problem.message;
  const reply = consolePage(
    {
      path: null,
      title: heading,
      body: markup`<h1>${heading}</h1><p class="intro">${text}</p>
<p class="actions"><a class="button" href="${object ?? '/console'}">${object === undefined ? 'Overview' : 'Back'}</a></p>`,
    },
    problem.status,
  );
  return { ...reply, headers: { ...reply.headers, ...problem.headers } };
}
