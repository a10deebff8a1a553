import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@/scripts/stack/settings';

/** The sources under these folders, by their names from the root. Tests are none. */
export function sourcesUnder(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => path.join(folder, file).replaceAll(path.sep, '/')),
  );
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Whether Next makes open endpoints of what this file exports, or of what stands in it. */
export function hasActions(file: string): boolean {
  return /^\s*['"]use server['"]/m.test(textOf(file));
}

/** What a source exports, by name. */
export async function exportsOf(file: string): Promise<[name: string, value: unknown][]> {
  const found: Record<string, unknown> = await import(path.join(root, file));
  return Object.entries(found);
}
