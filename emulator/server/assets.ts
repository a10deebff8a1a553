import { readFileSync } from 'node:fs';
import type { Handler } from './messages';

const shared = new URL('../style/', import.meta.url);

/** Serves a script that lies beside the module `base` (its `import.meta.url`). */
export function script(base: string, file: string): Handler {
  return serve('text/javascript', readFileSync(new URL(file, base)));
}

/** Serves the shared tokens and the style sheets that lie beside the module `base`, as one. */
export function styles(base: string, files: readonly string[]): Handler {
  const sheets = [new URL('tokens.css', shared), ...files.map((file) => new URL(file, base))];
  return serve('text/css', Buffer.concat(sheets.map((url) => readFileSync(url))));
}

function serve(type: string, body: Buffer): Handler {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' };
  return () => ({ status: 200, headers, body });
}
