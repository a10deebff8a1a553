import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { root } from '@/scripts/stack/settings';

/** What tests start as processes of their own: the app's programs, the emulator, and helpers of theirs. */
const programs = {
  worker: 'lib/jobs/main.ts',
  reconcile: 'lib/jobs/reconcile/main.ts',
  ingest: 'ingest/main.ts',
  emulator: 'emulator/main.ts',
  'ask-for-tokens': 'testing/processes/ask-for-tokens.ts',
  'send-when-told': 'testing/at-once/send-when-told.ts',
  'serve-webhooks': 'testing/chaos/serve-webhooks.ts',
  'serve-streams': 'testing/live/serve-streams.ts',
  'send-forms': 'testing/crash/send-forms.ts',
  settle: 'testing/crash/settle.ts',
} as const;

export type Program = keyof typeof programs;

const { resolve } = createRequire(import.meta.url);

/** Node wants the whole name of a module's file; Next's own are named without their ending. */
const nameWhole: Plugin = {
  name: 'name-whole',
  setup(bundler) {
    bundler.onResolve({ filter: /^next\// }, ({ path: name }) => ({
      path: pathToFileURL(resolve(name)).href,
      external: true,
    }));
  },
};

/** Modules find what lies beside them, such as style sheets, from where their source lies. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Makes one file of each program, without its libraries. Hundreds of tests start processes, and each
 * would otherwise translate hundreds of files: three times the time that it takes to start.
 *
 * @returns the folder of the files.
 */
export async function buildPrograms(folder: string): Promise<string> {
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(programs).map(([name, file]) => [name, path.join(root, file)]),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    alias: { '@': root },
    conditions: ['react-server'],
    sourcemap: 'linked',
    plugins: [nameWhole, keepPlaces],
    logLevel: 'warning',
  });
  return folder;
}
