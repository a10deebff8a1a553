import { expect, test } from 'vitest';
import { withinRequest } from '@/testing/requests/next-request';
import { lookUpRouting } from './actions';

test('digits that were asked about are not handed back: they could be of an account', async () => {
  const form = new FormData();
  form.set('digits', '918273644546372');
  const { result } = await withinRequest({ cookies: {} }, () =>
    lookUpRouting({ status: 'idle' }, form),
  );
  expect(result).toMatchObject({ status: 'error', values: {} });
});
