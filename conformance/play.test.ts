import { expect, test } from 'vitest';
import type { Case } from './case';
import { allCases } from './cases';
import { operationsById } from './operation-id';
import { play } from './play';
import { SkipCase } from './skip-case';
import { createStage, MissingEndpoint, type Stage } from './stage/stage';
import type { Target } from './targets/target';

function stageOf(name: Target['name'], missing: string[] = []): Stage {
  const url = 'http://localhost:1';
  const target: Target = {
    name,
    urls: { api: url, secure: url, app: url },
    clientId: 'id',
    clientSecret: 'a-secret-for-tests',
    redirectUri: 'http://localhost:3000/callback',
    institutionId: null,
    readSmsCode: null,
    readWebhook: null,
    accessToken: null,
    patienceMs: 1,
    stop: async () => undefined,
  };
  return createStage(target, new Set(missing));
}

const aCase = (playing: Case['play']): Case => ({
  operation: 'cards.get',
  name: 'works',
  play: playing,
});
const outcome = async (stage: Stage, each: Case) => {
  const { outcome: ended, why } = await play(stage, each);
  return { ended, why };
};

test('a case passes when nothing is wrong, and fails with what is', async () => {
  const stage = stageOf('emulator');
  expect(
    await outcome(
      stage,
      aCase(async () => []),
    ),
  ).toEqual({ ended: 'passed', why: [] });
  expect(
    await outcome(
      stage,
      aCase(async () => ['is wrong']),
    ),
  ).toEqual({
    ended: 'failed',
    why: ['is wrong'],
  });
});

test('a case that breaks has failed', async () => {
  const broken = aCase(async () => {
    throw new Error('broke');
  });
  expect(await outcome(stageOf('emulator'), broken)).toEqual({ ended: 'failed', why: ['broke'] });
});

test('a case of a missing endpoint, or one that waits for one, is missing and not played', async () => {
  const unplayed = aCase(async () => {
    throw new Error('was played');
  });
  const waiting = aCase(async () => {
    throw new MissingEndpoint('cards.create');
  });
  const own = await outcome(stageOf('emulator', ['cards.get']), unplayed);
  expect(own).toEqual({ ended: 'missing', why: ['the endpoint itself'] });
  expect(await outcome(stageOf('emulator'), waiting)).toEqual({
    ended: 'missing',
    why: ['waits for cards.create'],
  });
});

test('the sandbox is not asked what it cannot do, and the reason is kept', async () => {
  const reserved = { ...aCase(async () => []), sandbox: { skip: 'costs a day' } };
  expect((await outcome(stageOf('emulator'), reserved)).ended).toBe('passed');
  expect(await outcome(stageOf('sandbox'), reserved)).toEqual({
    ended: 'skipped',
    why: ['costs a day'],
  });
  const unable = aCase(async () => {
    throw new SkipCase('nobody is there');
  });
  expect(await outcome(stageOf('sandbox'), unable)).toEqual({
    ended: 'skipped',
    why: ['nobody is there'],
  });
});

test('a success that leaves a documented key out fails at the emulator, and is noted at the sandbox', async () => {
  const body = { id: 'card-1' };
  const headers = new Headers();
  const each: Case = {
    ...aCase(async () => []),
    play: async (_stage, observe) => {
      observe({ status: 200, headers, text: '', body });
      return [];
    },
  };
  const failed = await play(stageOf('emulator'), each);
  expect(failed).toMatchObject({ outcome: 'failed', departures: [] });
  expect(failed.why.join()).toContain('body.status');
  const noted = await play(stageOf('sandbox'), each);
  expect(noted).toMatchObject({ outcome: 'passed', why: [] });
  expect(noted.departures.join()).toContain('body.status');
});

test('every endpoint has cases, and every case a name of its own', () => {
  const cases = allCases();
  const titles = cases.map(({ operation, name }) => `${operation} ${name}`);
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
  expect(new Set(cases.map(({ operation }) => operation))).toEqual(new Set(operationsById.keys()));
});
