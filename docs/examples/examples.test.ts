import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test, vi } from 'vitest';
import { useEmulator } from '@/testing/astra/emulator';

const { api } = await useEmulator();
// Past the proxy, which hands on only the headers that the app sends.
vi.stubEnv('ASTRA_API_URL', api);
vi.stubEnv('ASTRA_REDIRECT_URI', 'http://localhost:3000/api/astra/callback');
vi.spyOn(console, 'log').mockReturnValue();

const folder = import.meta.dirname;

const examples = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'));

test.each(examples)(
  '%s runs to its end against the emulator',
  async (file) => {
    // Its last line waits for its `main`, so the import ends when that has.
    await import(path.join(folder, file));
  },
  20_000,
);
