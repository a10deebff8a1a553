import { expect, test } from 'vitest';
import { PythonFloat, type PythonValue, pythonJson } from './python-json';
import { signBody } from './sign';

const secret = 'test_client_secret_0123456789';
const webhookId = '364f57aa-47dd-461b-8df4-d6388fb2d05e';
const userId = 'WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA';
const instrumentId = '1010cf30-e150-448e-8a08-bd8537eeaa50';

// Bodies and signatures were made with Python 3 and an invented secret.
const vectors: { value: PythonValue; body: string; signature: string }[] = [
  {
    value: {
      webhook_type: 'routine_updated',
      webhook_id: webhookId,
      user_id: userId,
      resource_id: '0239decedaaa5cefa4d173ee839ca37599165219',
    },
    body: `{"webhook_type": "routine_updated", "webhook_id": "${webhookId}", "user_id": "${userId}", "resource_id": "0239decedaaa5cefa4d173ee839ca37599165219"}`,
    signature: 'pnUS7VUSIXXxuMsiGDl443Atd+jQnTqrXd+KoDwyLs0=',
  },
  {
    value: {
      webhook_type: 'routine_updated',
      resource_id: '4816908952010752',
      user_id: '93k08a40d032o54f748773f',
      webhook_id: 'a5df3ed9-00000-0000-96cb-150e3fe3e31d',
    },
    body: '{"webhook_type": "routine_updated", "resource_id": "4816908952010752", "user_id": "93k08a40d032o54f748773f", "webhook_id": "a5df3ed9-00000-0000-96cb-150e3fe3e31d"}',
    signature: 'WE5v68ERLryyvocrFIl8k5jlwL53ZhNa/qui1vCQI9o=',
  },
  {
    value: {
      webhook_type: 'inbound_payment_received',
      webhook_id: webhookId,
      user_id: null,
      resource_id: instrumentId,
      metadata: { amount: 1234.56, type: 'Ach' },
    },
    body: `{"webhook_type": "inbound_payment_received", "webhook_id": "${webhookId}", "user_id": null, "resource_id": "${instrumentId}", "metadata": {"amount": 1234.56, "type": "Ach"}}`,
    signature: '2aHN3iWjN2RetLZmaXYiWEgo7si9C5I2Kbw8Z4ED1rw=',
  },
  {
    value: {
      webhook_type: 'inbound_payment_received',
      webhook_id: webhookId,
      user_id: null,
      resource_id: instrumentId,
      metadata: { amount: new PythonFloat(1234), type: 'Wires' },
    },
    body: `{"webhook_type": "inbound_payment_received", "webhook_id": "${webhookId}", "user_id": null, "resource_id": "${instrumentId}", "metadata": {"amount": 1234.0, "type": "Wires"}}`,
    signature: 'QHKNoUfZAu1z1JEfCXQksriHU9rYRi6pX3Kg30pZJPY=',
  },
  {
    value: {
      webhook_type: 'user_updated',
      webhook_id: webhookId,
      user_id: userId,
      resource_id: userId,
      metadata: { city: 'Zürich ☕ 😀', q: 'a"b\\c/d\n\t\u007f<&>' },
    },
    body: `{"webhook_type": "user_updated", "webhook_id": "${webhookId}", "user_id": "${userId}", "resource_id": "${userId}", "metadata": {"city": "Z\\u00fcrich \\u2615 \\ud83d\\ude00", "q": "a\\"b\\\\c/d\\n\\t\\u007f<&>"}}`,
    signature: 'pyzvf2C3NOKUyW01wn0sutuGFBY+ffBHaKh08Zuk/cE=',
  },
];

test.each(vectors)('prints $value.webhook_type as Python does', ({ value, body }) => {
  expect(pythonJson(value)).toBe(body);
});

test.each(vectors)('signs $value.webhook_type as Astra does', ({ body, signature }) => {
  expect(signBody(body, secret)).toBe(signature);
});

test.each([
  [1, '1.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [-12.5, '-12.5'],
  [100, '100.0'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [1.5e-7, '1.5e-07'],
  [123_456_789_012_345.6, '123456789012345.6'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [1.25e22, '1.25e+22'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
])('prints the float %s as Python does', (value, text) => {
  expect(pythonJson(new PythonFloat(value))).toBe(text);
});

test('prints every kind of value in the order it was put in', () => {
  const value = { b: [1, 2.5, true, null], a: { empty: [], none: {} }, é: '\u2028\b\f\r\u0001' };
  expect(pythonJson(value)).toBe(
    '{"b": [1, 2.5, true, null], "a": {"empty": [], "none": {}}, "\\u00e9": "\\u2028\\b\\f\\r\\u0001"}',
  );
});

test('prints whole numbers of any size as integers', () => {
  expect(pythonJson([9_007_199_254_740_991, 1e21, -3])).toBe(
    '[9007199254740991, 1000000000000000000000, -3]',
  );
});
