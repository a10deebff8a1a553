import { uploadUrl } from '@/lib/astra/contract';
import { rule } from '../case';
import { example } from '../example';
import { refusesField } from '../expectation';
import { person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import type { ResourceCases } from './resource-cases';

const license = { document_type: 'license', extension: 'png' } as const;
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

/** A document whose bytes are there and that nobody has confirmed. */
async function uploaded(stage: Stage) {
  const { accessToken } = await person(stage);
  const request = { accessToken, json: license };
  const to = await make(stage, 'documents.createUploadUrl', request, uploadUrl);
  await stage.astra.documents.upload({ to, bytes: picture });
  return { accessToken, filename: to.filename };
}

export const documents: ResourceCases<'documents'> = {
  examples: {
    createUploadUrl: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: license }),
      client: (astra, { accessToken }) =>
        astra.documents.createUploadUrl({ accessToken, ...license }),
    }),
    confirmUpload: example({
      arrange: uploaded,
      request: ({ accessToken, filename }) => ({ accessToken, json: { filename } }),
      client: (astra, upload) => astra.documents.confirmUpload(upload),
    }),
  },
  rules: [
    rule({
      operation: 'documents.createUploadUrl',
      name: 'takes a pdf as other and nothing else',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: { ...license, extension: 'pdf' } }),
      expect: refusesField('extension'),
    }),
    rule({
      operation: 'documents.createUploadUrl',
      name: 'refuses a kind of document that does not exist',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: { ...license, document_type: 'diary' } }),
      expect: refusesField('document_type'),
    }),
    rule({
      operation: 'documents.confirmUpload',
      name: 'refuses a file name that is no picture’s',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: { filename: 'diary.txt' } }),
      expect: refusesField('filename'),
    }),
  ],
};
