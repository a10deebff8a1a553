import { expect, test } from 'vitest';
import { routineStatuses } from '@/lib/astra/contract';
import { isAllowedRoutineChange } from './transitions';

// One letter for each status that may come after, in the order of the rows.
const mayFollow = {
  recurring: {
    requires_user_verification: 'yyyyyyyy',
    pending_account_authorization: 'yyyyyyyy',
    user_suspended: 'yyyyyyyy',
    active: 'yyyyyyyy',
    inactive: 'yyyyyyyy',
    cancelled: 'nnnnnynn',
    failed: 'nnnnnnyn',
    completed: 'nnnnnnny',
  },
  'one-time': {
    requires_user_verification: 'yyyyyyyy',
    pending_account_authorization: 'yyyyyyyy',
    user_suspended: 'nnynnyyy',
    active: 'yyyyyyyy',
    inactive: 'yyyyyyyy',
    cancelled: 'nnnnnynn',
    failed: 'nnnnnnyn',
    completed: 'nnnnnnny',
  },
} as const;

const types = ['recurring', 'one-time'] as const;
const table = types.flatMap((type) =>
  routineStatuses.flatMap((from) =>
    routineStatuses.map((to, place) => [type, from, to, mayFollow[type][from][place]] as const),
  ),
);

test.each(table)('a %s routine goes from %s to %s only if it can: %s', (type, from, to, may) => {
  expect(isAllowedRoutineChange(from, to, type)).toBe(may === 'y');
});

test.each(routineStatuses)(
  'a status that nobody knows yet may come before and after %s',
  (known) => {
    for (const type of [...types, 'brand-new', null]) {
      expect(isAllowedRoutineChange(known, 'on_hold', type)).toBe(true);
      expect(isAllowedRoutineChange('on_hold', known, type)).toBe(true);
      expect(isAllowedRoutineChange('__proto__', known, type)).toBe(true);
    }
  },
);
