import { readFile } from 'node:fs/promises';
import { astra } from './client';
import { authorizePerson } from './prepare';

/**
 * A photo ID in three steps. Astra's current reference has left these endpoints out and advises the
 * hosted page, `hostedPages.submitDocumentUrl`.
 */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  // Stands for the picture. Store none of it.
  const picture = await readFile('docs/images/astra-in-the-frame.png');

  const to = await astra.documents.createUploadUrl({
    accessToken,
    document_type: 'passport',
    extension: 'png',
  });
  // The address is the permission: no credentials travel there.
  await astra.documents.upload({ to, bytes: new Uint8Array(picture) });
  await astra.documents.confirmUpload({ accessToken, filename: to.filename });
}

await main();
