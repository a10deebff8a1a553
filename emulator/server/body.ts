import type { IncomingMessage } from 'node:http';
import type { FormFields } from './messages';
import { Problem } from './problem';

const empty = Buffer.alloc(0);
/** The refusal of a body that is too large. */
export function tooLarge(): Problem {
  return new Problem(413, 'The data value transmitted exceeds the capacity limit.');
}

/**
 * Reads a whole body.
 *
 * @throws Problem 400 when the caller hangs up on the way; 413 beyond `limitBytes`; the rest is read and dropped, so that the refusal reaches a
 *   sender that is still sending
 */
export async function readBody(message: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (message.method === 'GET' || message.method === 'HEAD') return empty;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      // Far beyond the limit, patience ends and the connection with it.
      else if (size > limitBytes * 16) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof Problem || message.complete) throw error;
    // The caller hung up: nobody reads this, and it is no failure of ours.
    throw new Problem(400, 'The connection ended before the whole body had come.');
  }
  if (size > limitBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

export const noForm: FormFields = {
  text: () => '',
  has: () => false,
  file: () => undefined,
};

/**
 * The fields of a form body, of either encoding.
 *
 * @throws Problem 400 when the body does not hold what its type says
 */
export async function readForm(body: Buffer, contentType: string): Promise<FormFields> {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return formFields(new URLSearchParams(body.toString('utf8')));
  }
  if (!contentType.startsWith('multipart/form-data')) return noForm;
  try {
    const headers = { 'content-type': contentType };
    return formFields(await new Response(new Uint8Array(body), { headers }).formData());
  } catch {
    throw new Problem(400, 'The form could not be read.');
  }
}

function formFields(fields: URLSearchParams | FormData): FormFields {
  return {
    text: (name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value.trim() : '';
    },
    has: (name) => fields.has(name),
    file: (name) => {
      const value = fields.get(name);
      // A file field left alone sends a nameless file.
      if (value === null || typeof value === 'string' || value.name === '') return undefined;
      return { name: value.name, bytes: value.size };
    },
  };
}
