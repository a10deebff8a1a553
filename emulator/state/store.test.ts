import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDir } from '../testing/process';
import type { SmsRow } from './rows-world';
import { Store } from './store';

function message(id: string, phone = '+15557771234'): SmsRow {
  return { id, phone, code: '123456', body: 'hello', createdMs: 1 };
}

async function openStore(dataDir?: string) {
  const store = new Store();
  const dir = dataDir ?? (await temporaryDir());
  store.open(dir);
  return { store, dir };
}

test('rows, their order and their indexes come back after a restart', async () => {
  const { store, dir } = await openStore();
  store.transaction(() => {
    for (const id of ['a', 'b', 'c', 'd']) store.sms.put(message(id));
  });
  store.transaction(() => store.sms.put({ ...message('b'), body: 'changed' }));
  store.transaction(() => store.sms.delete('c'));
  store.close();
  const { store: again } = await openStore(dir);
  expect(again.sms.all().map((row) => row.id)).toEqual(['d', 'b', 'a']);
  expect(again.sms.get('b')?.body).toBe('changed');
  expect(again.sms.newest('phone', '+15557771234', 2, 'd').map((row) => row.id)).toEqual([
    'b',
    'a',
  ]);
  again.close();
});

test('a failed transaction leaves nothing behind, in memory or on disk', async () => {
  const { store, dir } = await openStore();
  store.transaction(() => void ['a', 'b'].map((id) => store.sms.put(message(id))));
  const work = () =>
    store.transaction(() => {
      store.sms.delete('a');
      store.sms.put(message('b', '+15550000000'));
      store.sms.put(message('c'));
      throw new Error('no');
    });
  expect(work).toThrow('no');
  expect(store.sms.all().map((row) => row.id)).toEqual(['b', 'a']);
  expect(store.sms.count('phone', '+15557771234')).toBe(2);
  expect(store.sms.count('phone', '+15550000000')).toBe(0);
  expect(await readFile(join(dir, 'journal.jsonl'), 'utf8')).not.toContain('"c"');
  store.close();
});

test('a torn last line is dropped, a damaged line before it is an error', async () => {
  const { store, dir } = await openStore();
  store.transaction(() => store.sms.put(message('a')));
  store.close();
  const path = join(dir, 'journal.jsonl');
  await appendFile(path, '[["sms","b",{"id":"b"');
  const { store: again } = await openStore(dir);
  expect(again.sms.all()).toHaveLength(1);
  again.close();
  await appendFile(path, 'nonsense\n[]\n');
  expect(() => new Store().open(dir)).toThrow('damaged at line 2');
});

test('starting again drops outdated rows from the file', async () => {
  const { store, dir } = await openStore();
  for (let round = 0; round < 50; round += 1) store.transaction(() => store.sms.put(message('a')));
  store.close();
  const { store: again } = await openStore(dir);
  again.close();
  const lines = (await readFile(join(dir, 'journal.jsonl'), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(1);
});

test('a trimmed collection keeps the newest', async () => {
  const { store } = await openStore();
  store.transaction(() => {
    for (const id of ['a', 'b', 'c']) store.sms.put(message(id));
    store.sms.trim(2);
  });
  expect(store.sms.all().map((row) => row.id)).toEqual(['c', 'b']);
  store.close();
});
