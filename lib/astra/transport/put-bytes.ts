import { isUsableHost, type Settings } from '../config';
import { attempt } from './attempt';
import type { WireInit } from './build-request';
import { noContent } from './call';
import { invalidRequest } from './check-request';
import { readAttempt } from './read-attempt';
import { redactor, secretFinder } from './redact';
import { report } from './report';

const name = { method: 'PUT', pathTemplate: '(upload address)', auth: 'none' } as const;

/**
 * Sends bytes to an address that Astra gave for them. The address itself is the permission: no
 * credentials go with it, and it appears in no error.
 *
 * @throws AstraError
 */
export async function putBytes(
  settings: Settings,
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (!URL.canParse(url) || !isUsableHost(new URL(url))) {
    throw invalidRequest(
      { method: name.method, path: name.pathTemplate },
      { url: ['The address must start with https://.'] },
    );
  }
  const init: WireInit = {
    method: name.method,
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    redirect: 'manual',
    cache: 'no-store',
  };
  const started = performance.now();
  const secrets = [...settings.secrets, url];
  const request = { url, init, host: 'upload' } as const;
  const ended = await attempt(settings, request, settings.timeoutMs, secretFinder(secrets));
  const reading = readAttempt(name, ended, noContent, redactor(secrets));
  const error = 'error' in reading ? reading.error : undefined;
  const durationMs = Math.round(performance.now() - started);
  report(settings, name, 'upload', ended, { attempt: 1, durationMs, error });
  if (error) throw error;
}
