import { readFileSync } from 'node:fs';
import type { Handler } from './messages';

/** Serves a style sheet or script that lies beside the module `base` (its `import.meta.url`). */
export function asset(base: string, file: string): Handler {
  const body = readFileSync(new URL(file, base));
  const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
  return () => ({
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
    body,
  });
}
