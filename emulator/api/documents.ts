import type { operations } from '../contract';
import { submitDocument } from '../engine/identity';
import type { Handler } from '../server/messages';
import { notFound, Problem } from '../server/problem';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { invalidFields } from './validate';

type Documents = typeof operations.documents;

/** `POST /v1/documents/create_upload_url` */
export const createUploadUrl: Endpoint<Documents['createUploadUrl']> = (input) => {
  const { world, user, request, body } = input;
  if (body.extension === 'pdf' && !user.businessProfileId) {
    throw invalidFields({ extension: ['A pdf is taken from businesses only.'] });
  }
  const id = world.random.uuid();
  const filename = `${id}.${body.extension}`;
  world.store.uploads.put({
    id,
    userId: user.id,
    filename,
    bytes: null,
    createdMs: world.clock.now(),
  });
  const url = `http://${request.headers.host ?? ''}/uploads/${id}`;
  return { id, filename, method: 'PUT', url };
};

/** `PUT` to the address above. The address is the permission; the bytes are counted, not kept. */
export function putUpload(world: World): Handler {
  return (request) => {
    const upload = world.store.uploads.get(request.params.id ?? '');
    if (upload === undefined) throw notFound();
    if (request.headers['content-type'] !== 'application/octet-stream') {
      throw new Problem(415, 'Send the picture as application/octet-stream.');
    }
    if (request.body.length === 0) throw new Problem(400, 'The picture is empty.');
    world.store.uploads.put({ ...upload, bytes: request.body.length });
    return { status: 200, body: '' };
  };
}

/** `POST /v1/documents/confirm_upload`: the document goes to review when one was asked for. */
export const confirmUpload: Endpoint<Documents['confirmUpload']> = ({ world, user, body }) => {
  const upload = world.store.uploads.get(body.filename.replace(/\.\w+$/, ''));
  if (upload?.userId !== user.id || upload.filename !== body.filename) {
    throw invalidFields({ filename: ['No upload of this user has this name.'] });
  }
  if (upload.bytes === null) throw invalidFields({ filename: ['Nothing was uploaded yet.'] });
  if (user.status === 'document') submitDocument(world, user);
};
