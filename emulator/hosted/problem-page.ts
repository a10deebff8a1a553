import { markup } from '../server/markup';
import { html, type Reply } from '../server/messages';
import type { Problem } from '../server/problem';
import { hostedPage, type SdkMessage } from './layout';
import { TokenProblem } from './token-problem';

const headings: Readonly<Record<number, string>> = {
  404: 'This page does not exist',
  410: 'This page has expired',
  500: 'Something went wrong',
};

/**
 * A refusal as a page. It never leads to the partner: whose link this is was not proven.
 *
 * @param sdkOrigin who is told when the page is in the frame of `sdk.js`
 */
export function problemPage(problem: Problem, sdkOrigin?: string): Reply {
  const isToken = problem instanceof TokenProblem;
  const heading = isToken
    ? problem.message
    : (headings[problem.status] ?? 'This link doesn’t work');
  const text = isToken
    ? `${problem.explanation} Open the link again in a fresh tab.`
    : problem.message;
  const reply = html(
    problem.status,
    hostedPage({
      title: heading,
      ...(sdkOrigin === undefined ? {} : { tell: errorMessage(sdkOrigin, problem) }),
      body: markup`<h1 tabindex="-1" data-focus>${heading}</h1><p class="lead">${text}</p><p class="aside">Close this page and start again from the app.</p>`,
    }),
  );
  return { ...reply, headers: { ...reply.headers, ...problem.headers } };
}

function errorMessage(origin: string, problem: Problem): SdkMessage {
  return {
    origin,
    message: { type: 'error', error: 'invalid_request', error_description: problem.message },
  };
}
