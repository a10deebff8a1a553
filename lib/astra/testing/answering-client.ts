import { accessToken, jsonAnswer, scriptedClient, testSecret, textOf } from './test-client';

const urls = {
  apiUrl: 'https://api.example.com',
  secureUrl: 'https://secure.example.com',
  appUrl: 'https://app.example.com',
};

/** A client whose every call gets this answer. Its three hosts have three names. */
export function answeringClient(status: number, body: unknown) {
  return scriptedClient([jsonAnswer(status, body, { 'request-id': 'req-1' })], urls);
}

/** How the partner proves who it is, and how a person's token stands in a call. */
export const basic = `Basic ${Buffer.from(`a-client-id:${testSecret}`).toString('base64')}`;
export const bearer = `Bearer ${accessToken}`;

/** What the first call sent, as somebody at the other end would describe it. */
export function sent({ calls }: ReturnType<typeof scriptedClient>) {
  const [{ url, init } = { url: '', init: {} }] = calls;
  const headers = new Headers(init.headers);
  return {
    call: `${init.method} ${url}`,
    authorization: headers.get('authorization'),
    type: headers.get('content-type'),
    body: textOf(init),
  };
}
