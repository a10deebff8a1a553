import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webhookTypes } from '../contract/webhooks';
import { parseWebhook, unsafeParseWebhook } from './parse-webhook';
import { signTestWebhook, verifyWebhook } from './verify-webhook';

const bytes = (text: string) => new TextEncoder().encode(text);
const event = {
  webhook_type: 'transfer_updated',
  webhook_id: '364f57aa-47dd-461b-8df4-d6388fb2d05e',
  user_id: 'a-user',
  resource_id: 'a-transfer',
};
const read = (change: object) => unsafeParseWebhook(bytes(JSON.stringify({ ...event, ...change })));

describe('a webhook', () => {
  test('is read after its signature was accepted', () => {
    const body = bytes(JSON.stringify(event));
    const signature = signTestWebhook(body, 'secret');
    expect(verifyWebhook({ body, signature, secrets: ['secret'] })).toBe(true);
    expect(parseWebhook(body)).toEqual({ kind: 'event', event, isKnownType: true });
  });

  test('is not read before, nor after a refusal, nor from a copy of the bytes', () => {
    const body = bytes(JSON.stringify(event));
    expect(() => parseWebhook(body)).toThrow('verifyWebhook');
    verifyWebhook({ body, signature: signTestWebhook(body, 'another'), secrets: ['secret'] });
    expect(() => parseWebhook(body)).toThrow('verifyWebhook');
    verifyWebhook({ body, signature: signTestWebhook(body, 'secret'), secrets: ['secret'] });
    expect(() => parseWebhook(Uint8Array.from(body))).toThrow('verifyWebhook');
  });

  test('is not read when its bytes have changed since', () => {
    const body = bytes(JSON.stringify(event));
    const signature = signTestWebhook(body, 'secret');
    expect(verifyWebhook({ body, signature, secrets: ['secret'] })).toBe(true);
    body.set(bytes(JSON.stringify({ ...event, resource_id: 'b-transfer' })));
    expect(() => parseWebhook(body)).toThrow('verifyWebhook');
  });

  test('of an unknown type, with unknown fields and without a user, is an event', () => {
    const odd = { webhook_type: 'card_painted', user_id: null, colour: 'red' };
    expect(read(odd)).toEqual({ kind: 'event', event: { ...event, ...odd }, isKnownType: false });
  });

  test.each(webhookTypes)('of the type %s is an event of a known type', (webhook_type) => {
    expect(read({ webhook_type })).toEqual({
      kind: 'event',
      event: { ...event, webhook_type },
      isKnownType: true,
    });
  });

  test.each([[[1]], ['text'], [7], [true]])(
    'with metadata that are no pairs is an event without them: %j',
    (metadata) => {
      expect(read({ metadata })).toEqual({
        kind: 'event',
        event: { ...event, metadata: null },
        isKnownType: true,
      });
    },
  );

  test('about a dispute names its transfer, and about a person what we gave them along', () => {
    const metadata = { plan: 'gold', größe: 'XL ☕' };
    const odd = { webhook_type: 'chargeback_created', resource_parent_id: 't', metadata };
    expect(read(odd)).toMatchObject({ event: { resource_parent_id: 't', metadata } });
  });

  test.each([
    ['webhook_id', { webhook_id: undefined }],
    ['webhook_id', { webhook_id: '' }],
    ['resource_id', { resource_id: 7.5 }],
    ['resource_id', { resource_id: 2 ** 60 }],
    ['resource_id', { resource_id: {} }],
    ['webhook_type', { webhook_type: null }],
  ])('without a usable %s is not an event', (field, change) => {
    expect(read(change)).toEqual({
      kind: 'not_an_event',
      explanation: expect.stringContaining(field),
    });
  });

  test.each([
    { resource_id: 'a\0b' },
    { resource_id: 'a\nb' },
    { webhook_id: '\ud83d' },
    { user_id: 'x'.repeat(256) },
  ])('with an id that no database takes is not an event (%j)', (change) => {
    expect(read(change).kind).toBe('not_an_event');
  });

  test('with ids that are numbers is an event, with their digits', () => {
    const numbers = { webhook_id: 1, resource_id: 4816908952010752, user_id: 7 };
    expect(read(numbers)).toMatchObject({
      kind: 'event',
      event: { webhook_id: '1', resource_id: '4816908952010752', user_id: '7' },
    });
  });

  test.each([{}, 7.5, true, ''])(
    'with a user that is no id (%j) is an event without',
    (user_id) => {
      expect(read({ user_id })).toMatchObject({ kind: 'event', event: { user_id: null } });
    },
  );

  test('that is a list, a text or nothing is not an event', () => {
    for (const text of ['[]', '"a"', 'null', '1']) {
      expect(unsafeParseWebhook(bytes(text)).kind).toBe('not_an_event');
    }
  });

  test('of any bytes at all never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes)), (body) => {
        expect(['event', 'not_json', 'not_an_event']).toContain(unsafeParseWebhook(body).kind);
      }),
    );
    expect(unsafeParseWebhook(Uint8Array.of(0xff)).kind).toBe('not_json');
    expect(unsafeParseWebhook(bytes('['.repeat(100_000))).kind).toBe('not_json');
    expect(
      unsafeParseWebhook(bytes(`{"metadata":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`)).kind,
    ).toBe('not_an_event');
  });

  test('cannot reach a prototype', () => {
    const body = `{"__proto__":{"webhook_type":"x"},"webhook_id":"1","resource_id":"2"}`;
    expect(unsafeParseWebhook(bytes(body)).kind).toBe('not_an_event');
  });
});
