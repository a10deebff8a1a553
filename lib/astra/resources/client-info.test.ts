import { expect, test } from 'vitest';
import { answeringClient, sent } from '../testing/answering-client';

test.each([
  [undefined, 'a-client-id'],
  ['another/client', 'another%2Fclient'],
])('anybody may read about a partner, without credentials (%s)', async (id, segment) => {
  const wire = { id: 'c', name: 'Everest', redirect_uris: ['https://partner.example.com/back'] };
  const scripted = answeringClient(200, wire);
  expect(await scripted.astra.clientInfo.get(id)).toEqual(wire);
  expect(sent(scripted)).toEqual({
    call: `GET https://api.example.com/v1/client/${segment}`,
    authorization: null,
    type: null,
    body: '',
  });
});
