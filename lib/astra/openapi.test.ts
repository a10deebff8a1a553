import { expect, test } from 'vitest';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';
import { openApiDocument } from './openapi';

const all = Object.values<Record<string, Operation>>(operations).flatMap((table) =>
  Object.values(table),
);

test('the OpenAPI document in docs is the contract as it is (npx vitest -u writes it)', async () => {
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/astra-openapi.json');
});

test('every endpoint is in the OpenAPI document, with its parameters and its success', () => {
  const { paths } = openApiDocument();
  for (const { method, path, status } of all) {
    expect(paths).toHaveProperty([path, method.toLowerCase(), 'responses', String(status)]);
  }
  expect(paths).toHaveProperty(['/v1/cards/{id}', 'get', 'parameters', 0, 'name'], 'id');
  expect(paths).toMatchObject({
    '/v1/transactions': {
      get: {
        parameters: [
          { name: 'date_start', required: true },
          { name: 'date_end', required: true },
          { name: 'account_id', required: false },
          { name: 'cursor' },
          { name: 'batch_size' },
        ],
      },
    },
  });
});
