import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { schemaPath } from '@/prisma/engine';
import { runToEnd } from './run-to-end';
import { root } from './settings';

const output = path.join(root, 'lib', 'db', 'generated');

/** Generates Prisma's client when it is missing or older than the schema, unless asked to stop. */
export async function generatePrismaClient(signal?: AbortSignal): Promise<void> {
  const wanted = createHash('sha256')
    .update(await readFile(schemaPath))
    .digest('hex');
  const markFile = path.join(output, '.generated-from');
  if (existsSync(markFile) && (await readFile(markFile, 'utf8')) === wanted) return;
  await runToEnd(['node_modules/prisma/build/index.js', 'generate'], {
    // Generating needs no engine, but the command downloads one unless it is told of a program.
    // This one is never run: migrations go through prisma/migrate.ts.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    signal,
  });
  await writeFile(markFile, wanted);
}
