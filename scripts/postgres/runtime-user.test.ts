import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseRuntimeUser } from './runtime-user';

const folders: string[] = [];
const temporary = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runtime-user-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** `mkdtemp` makes folders that only their owner may enter, as a private home is. */
const privateData = () => path.join(temporary(), 'data');

describe.skipIf(process.getuid?.() === 0)('an ordinary person', () => {
  test('runs PostgreSQL as themselves, where they asked for', () => {
    const dataFolder = privateData();
    expect(chooseRuntimeUser(dataFolder)).toEqual({
      identity: null,
      dataFolder,
      binariesFolder: null,
    });
  });
});

describe.runIf(process.getuid?.() === 0)('root with a private home', () => {
  test('runs PostgreSQL as nobody, from a folder that nobody else can write to', () => {
    const { identity, dataFolder } = chooseRuntimeUser(privateData(), temporary());
    expect(identity?.uid).toBeGreaterThan(0);
    expect(statSync(dataFolder)).toMatchObject({ uid: identity?.uid });
    expect(statSync(path.dirname(dataFolder)).uid).toBe(0);
    expect(statSync(path.dirname(dataFolder)).mode & 0o022).toBe(0);
  });

  test('does not use a folder that somebody else has prepared', () => {
    const [data, elsewhere] = [privateData(), temporary()];
    const home = path.dirname(chooseRuntimeUser(data, elsewhere).dataFolder);
    rmSync(home, { recursive: true });
    mkdirSync(home);
    chownSync(home, 1, 1);
    expect(() => chooseRuntimeUser(data, elsewhere)).toThrow(/made by somebody else/);
  });

  test('does not follow a link that somebody else has prepared', () => {
    const [data, elsewhere, victim] = [privateData(), temporary(), temporary()];
    const home = path.dirname(chooseRuntimeUser(data, elsewhere).dataFolder);
    rmSync(home, { recursive: true });
    symlinkSync(victim, home);
    expect(() => chooseRuntimeUser(data, elsewhere)).toThrow(/made by somebody else/);
    expect(statSync(victim).uid).toBe(0);
  });
});
