import type { z } from 'zod';
import type { Settings } from '../config';
import {
  type createUploadUrlRequest,
  documentOperations as operations,
  type uploadUrl,
} from '../contract/documents';
import type { Transport } from '../transport';
import { noContent } from '../transport/call';
import { putBytes } from '../transport/put-bytes';
import { hideWhenPrinted } from './hide-when-printed';
import type { Known } from './read-fields';

/** Which document it will be. A pdf is taken as `other` only, from businesses. */
export type CreateUploadUrl = z.input<typeof createUploadUrlRequest>;

/** Where to put the document's bytes. Whoever knows `url` may: printing the object hides it. */
export type UploadUrl = Known<z.output<typeof uploadUrl>>;

type Of = { accessToken: string };

/**
 * Photo IDs of people in status `document`, in three steps. Gone from Astra's current reference: the
 * hosted page (`hostedPages.submitDocumentUrl`) is its advice today.
 *
 * Source: an older reference, "Documents". Its calls throw AstraError.
 */
export function documents(transport: Transport, settings: Settings) {
  return {
    /** The first step. @throws AstraInvalidRequestError with messages by field. */
    async createUploadUrl({ accessToken, ...body }: Of & CreateUploadUrl): Promise<UploadUrl> {
      const { response } = operations.createUploadUrl;
      const answer = await transport(operations.createUploadUrl, { accessToken, body, response });
      return hideWhenPrinted(answer, 'url');
    },

    /**
     * The second: sends the picture, in colour, to the address of the first. No credentials travel.
     *
     * @throws AstraError May be repeated: the same bytes replace themselves.
     */
    async upload({ to, bytes }: { to: UploadUrl; bytes: Uint8Array<ArrayBuffer> }): Promise<void> {
      return putBytes(settings, to.url, bytes);
    },

    /** The third: tells Astra that the bytes are there. @throws AstraInvalidRequestError */
    async confirmUpload({ accessToken, filename }: Of & { filename: string }): Promise<void> {
      const body = { filename };
      return transport(operations.confirmUpload, { accessToken, body, response: noContent });
    },
  };
}
