import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinStory } from './join-story';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

test('acts, events and statuses are told in one order', () => {
  const story = joinStory({
    acts: [
      { at: at(1), detail: 'The payment was confirmed.', astraRequestId: null },
      { at: at(5), detail: 'Astra did not cancel the transfer.', astraRequestId: 'request-1' },
    ],
    events: [{ receivedAt: at(3), webhookType: 'transfer_created', outcome: null }],
    statuses: [{ seenAt: at(3), status: 'pending' }],
  });
  expect(story.map(({ kind, text }) => [kind, text])).toEqual([
    ['act', 'The payment was confirmed.'],
    ['event', 'Received, and not looked at yet.'],
    ['status', 'pending'],
    ['act', 'Astra did not cancel the transfer.'],
  ]);
  expect(story[3]?.astraRequestId).toBe('request-1');
  expect(story[1]?.eventType).toBe('transfer_created');
});

test('whatever happened when, nothing is lost and time never goes back', () => {
  const moments = fc.array(fc.nat(59).map(at), { maxLength: 20 });
  fc.assert(
    fc.property(moments, moments, moments, (acts, events, statuses) => {
      const story = joinStory({
        acts: acts.map((when) => ({ at: when, detail: 'Act.', astraRequestId: null })),
        events: events.map((receivedAt) => ({ receivedAt, webhookType: 'x', outcome: null })),
        statuses: statuses.map((seenAt) => ({ seenAt, status: 'pending' })),
      });
      expect(story).toHaveLength(acts.length + events.length + statuses.length);
      const times = story.map((event) => event.at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }),
  );
});
