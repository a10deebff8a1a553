import { expect, test } from 'vitest';
import { sentWords } from './sent-words';

test.each(['sending', 'unknown'] as const)(
  'a payment that is %s invites to no other one and asks not to send it again',
  (status) => {
    expect(sentWords(status).offersAnother).toBe(false);
    expect(sentWords(status).text).toContain('don’t send it again');
  },
);

test.each(['accepted', 'refused', 'not_executed'] as const)(
  'once a payment is %s, another one can be begun',
  (status) => expect(sentWords(status).offersAnother).toBe(true),
);
