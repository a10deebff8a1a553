import { z } from 'zod';
import { defineOperations } from './operation';
import { id } from './primitives';

/** What a document may be. */
export const documentTypes = ['license', 'idCard', 'passport', 'other'] as const;
/** What a document may come as. */
export const documentExtensions = ['jpg', 'jpeg', 'png', 'pdf'] as const;

/** JSON body of `POST /v1/documents/create_upload_url`. A pdf is for businesses, as `other`. */
export const createUploadUrlRequest = z
  .strictObject({
    document_type: z.enum(documentTypes),
    extension: z.enum(documentExtensions),
  })
  .refine(({ document_type, extension }) => extension !== 'pdf' || document_type === 'other', {
    path: ['extension'],
    error: 'A pdf is taken for documents of type other only.',
  });

/** 200: where to send the bytes, with `method` and `Content-Type: application/octet-stream`. */
export const uploadUrl = z.looseObject({
  id,
  filename: z.string().min(1),
  method: z.string().nullish(),
  url: z.url(),
});

/** JSON body of `POST /v1/documents/confirm_upload`. The pattern is Astra's own. */
export const confirmUploadRequest = z.strictObject({
  filename: z.string().regex(/.*\.(jpg|jpeg|png|pdf)$/, 'Ends with .jpg, .jpeg, .png or .pdf.'),
});

const legacyByUser = { host: 'api', auth: 'user', isLegacy: true } as const;

/** Source: an older edition of the reference, "Documents". */
export const documentOperations = defineOperations({
  createUploadUrl: {
    ...legacyByUser,
    method: 'POST',
    path: '/v1/documents/create_upload_url',
    json: createUploadUrlRequest,
    status: 200,
    response: uploadUrl,
    page: 'Document Create Upload URL',
  },
  confirmUpload: {
    ...legacyByUser,
    method: 'POST',
    path: '/v1/documents/confirm_upload',
    json: confirmUploadRequest,
    status: 200,
    response: null,
    page: 'Document Confirm Upload',
  },
});
