import { markup } from '../server/markup';
import { html, type Reply } from '../server/messages';
import type { Problem } from '../server/problem';
import { hostedPage } from './layout';
import { phoneMismatch } from './start';

const headings: Readonly<Record<number, string>> = {
  404: 'This page does not exist',
  410: 'This page has expired',
  500: 'Something went wrong',
};

/** A refusal as a page. It never leads to the partner: whose link this is was not proven. */
export function problemPage(problem: Problem): Reply {
  const isMismatch = problem.message === phoneMismatch;
  const heading = isMismatch
    ? phoneMismatch
    : (headings[problem.status] ?? 'This link doesn’t work');
  const text = isMismatch
    ? 'The phone number in the link is not the one of the person in the link, or is not written as ten digits without +1. Open the link again in a fresh tab.'
    : problem.message;
  const reply = html(
    problem.status,
    hostedPage({
      title: heading,
      body: markup`<h1 tabindex="-1" data-focus>${heading}</h1><p class="lead">${text}</p><p class="aside">Close this page and start again from the app.</p>`,
    }),
  );
  return { ...reply, headers: { ...reply.headers, ...problem.headers } };
}
