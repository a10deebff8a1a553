import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { onboard } from '../testing/person';

const ask = (emulator: TestEmulator, auth: string, json: unknown) =>
  emulator.call('POST', '/v1/documents/create_upload_url', { auth, json });

test('a photo id is uploaded in three steps, by its owner', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  const place = await ask(emulator, auth, { document_type: 'passport', extension: 'png' });
  expect(place).toMatchObject({ status: 200, body: { method: 'PUT' } });
  const confirm = (filename: unknown, as = auth) =>
    emulator.call('POST', '/v1/documents/confirm_upload', { auth: as, json: { filename } });
  expect((await confirm(place.body.filename)).status).toBe(400);
  const put = await fetch(String(place.body.url), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array([1, 2, 3]),
  });
  expect(put.status).toBe(200);
  const other = { phone: '+15557770002', email: 'other@example.com' };
  const stranger = await onboard(emulator, { change: other });
  expect((await confirm(place.body.filename, stranger.auth)).status).toBe(400);
  const done = await confirm(place.body.filename);
  expect([done.status, done.body]).toEqual([200, {}]);
});

test('a pdf is taken from businesses only, and as another kind of document', async () => {
  const emulator = await testEmulator();
  const { auth } = await onboard(emulator);
  for (const document_type of ['passport', 'other']) {
    const answer = await ask(emulator, auth, { document_type, extension: 'pdf' });
    expect([answer.status, answer.body.errors]).toMatchObject([
      400,
      { extension: [expect.any(String)] },
    ]);
  }
});
