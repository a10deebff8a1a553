import { beforeEach, expect, test, vi } from 'vitest';
import { requireDurableSettings } from './require-durable-settings';

const world = vi.hoisted(() => ({
  environment: '',
  settings: {},
  warnings: new Array<unknown>(),
}));
vi.mock('@/lib/env', () => ({ env: () => ({ ASTRA_ENVIRONMENT: world.environment }) }));
vi.mock('@/lib/log/logger', () => ({
  log: () => ({ warn: (line: unknown) => world.warnings.push(line) }),
}));
vi.mock('./prisma', () => ({
  db: () => ({
    $queryRaw: async () =>
      Object.entries(world.settings).map(([name, setting]) => ({ name, setting })),
  }),
}));

const safe = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

beforeEach(() => void world.warnings.splice(0));

const look = (environment: string, settings: Partial<typeof safe>) => {
  Object.assign(world, { environment, settings: { ...safe, ...settings } });
  return requireDurableSettings();
};

test.each(['fsync', 'synchronous_commit', 'full_page_writes'])(
  'with %s off, nothing starts in production, and elsewhere there is a warning',
  async (name) => {
    const sentence = new RegExp(`may lose with the power what it has confirmed: ${name} is off`);
    await expect(look('production', { [name]: 'off' })).rejects.toThrow(sentence);
    await look('sandbox', { [name]: 'off' });
    expect(world.warnings).toEqual([expect.stringMatching(sentence)]);
  },
);

test.each(['on', 'local', 'remote_write', 'remote_apply'])(
  'a database that waits for the disk is good, also with commits that are "%s"',
  async (synchronous_commit) => {
    await look('production', { synchronous_commit });
    expect(world.warnings).toEqual([]);
  },
);
