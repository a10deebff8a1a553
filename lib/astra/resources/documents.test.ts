import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';

const answer = {
  id: 'document',
  filename: 'document.jpg',
  method: 'PUT',
  url: 'https://uploads.example.com/bucket/document.jpg?signature=hunter2',
};

describe('the address for a document', () => {
  test('is asked for by type and extension', async () => {
    const scripted = answeringClient(200, answer);
    const to = await scripted.astra.documents.createUploadUrl({
      accessToken,
      document_type: 'passport',
      extension: 'jpg',
    });
    expect(to).toEqual(answer);
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/documents/create_upload_url',
      authorization: bearer,
      type: 'application/json',
      body: '{"document_type":"passport","extension":"jpg"}',
    });
  });

  test('is a permission, so printing it shows none', async () => {
    const { astra } = answeringClient(200, answer);
    const to = await astra.documents.createUploadUrl({
      accessToken,
      document_type: 'license',
      extension: 'png',
    });
    expect(inspect({ to }, { depth: 9, showHidden: true })).not.toContain('hunter2');
    expect(inspect(to)).toContain('document.jpg');
  });

  test.each([
    ['passport', 'pdf'],
    ['license', 'pdf'],
  ] as const)('is not asked for a %s as %s', async (document_type, extension) => {
    const scripted = answeringClient(200, answer);
    const call = scripted.astra.documents.createUploadUrl({
      accessToken,
      document_type,
      extension,
    });
    expect(await errorOf(call)).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { extension: [expect.stringContaining('other')] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('is asked for a pdf of another kind', async () => {
    const scripted = answeringClient(200, answer);
    await scripted.astra.documents.createUploadUrl({
      accessToken,
      document_type: 'other',
      extension: 'pdf',
    });
    expect(scripted.calls).toHaveLength(1);
  });
});

describe('a document', () => {
  test('is put where Astra said, as bytes and without credentials', async () => {
    const scripted = answeringClient(200, {});
    const bytes = Uint8Array.of(0xff, 0xd8, 0x00);
    await scripted.astra.documents.upload({ to: answer, bytes });
    expect(sent(scripted)).toEqual({
      call: `PUT ${answer.url}`,
      authorization: null,
      type: 'application/octet-stream',
      body: '',
    });
    expect(scripted.calls[0]?.init.body).toBe(bytes);
  });

  test('is confirmed by the name that Astra gave it', async () => {
    const scripted = answeringClient(200, null);
    const confirmed = await scripted.astra.documents.confirmUpload({
      accessToken,
      filename: 'document.jpg',
    });
    expect(confirmed).toBeUndefined();
    expect(sent(scripted)).toEqual({
      call: 'POST https://api.example.com/v1/documents/confirm_upload',
      authorization: bearer,
      type: 'application/json',
      body: '{"filename":"document.jpg"}',
    });
  });

  test.each(['document', 'document.gif', 'document.jpg.exe', ''])(
    'is not confirmed by the name %j',
    async (filename) => {
      const scripted = answeringClient(200, null);
      const call = scripted.astra.documents.confirmUpload({ accessToken, filename });
      expect(await errorOf(call)).toMatchObject({
        kind: 'invalid_request',
        fieldErrors: { filename: [expect.any(String)] },
      });
      expect(scripted.calls).toHaveLength(0);
    },
  );
});
