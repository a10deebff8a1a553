import { expect, onTestFinished, test } from 'vitest';
import { countStreams, endAllStreams, registerStream } from './session-streams';

/** A stream that says when it was ended. */
function openStream(session: string, name: string, ended: string[]): void {
  let leave = () => {};
  leave = registerStream(session, () => {
    ended.push(name);
    leave();
  });
  onTestFinished(leave);
}

test('a session that opens streams without end loses its oldest, and nobody else does', () => {
  const ended: string[] = [];
  openStream('bob', 'bob', ended);
  for (let number = 1; number <= 32; number += 1) openStream('ann', `ann ${number}`, ended);
  expect(ended).toEqual(['ann 1', 'ann 2']);
});

test('a process that stops ends all streams, and those that come later', () => {
  const ended: string[] = [];
  openStream('ann', 'ann', ended);
  openStream('bob', 'bob', ended);
  endAllStreams();
  expect(ended).toEqual(['ann', 'bob']);
  expect(countStreams()).toBe(0);
  openStream('ann', 'too late', ended);
  expect(ended).toEqual(['ann', 'bob', 'too late']);
});
