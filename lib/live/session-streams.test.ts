import { expect, test } from 'vitest';
import { registerStream } from './session-streams';

test('a session that opens streams without end loses its oldest, and nobody else does', () => {
  const ended: string[] = [];
  const openStream = (session: string, name: string) => {
    const leave = registerStream(session, () => {
      ended.push(name);
      leave();
    });
  };
  openStream('bob', 'bob');
  for (let number = 1; number <= 32; number += 1) openStream('ann', `ann ${number}`);
  expect(ended).toEqual(['ann 1', 'ann 2']);
});
