import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LivePolling, pollMs } from './live-polling';

const handlers = { onAnswer: vi.fn(), onNoAnswer: vi.fn(), onSignedOut: vi.fn() };
const server = vi.fn<() => Promise<Response>>();
let polling: LivePolling;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', server);
  server.mockImplementation(async () => new Response('open'));
  polling = new LivePolling('/api/live/check', handlers);
});

afterEach(() => {
  polling.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

/** Lets what is under way be answered, and so much time pass. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('asks at once, and then every so often, however often it is started', async () => {
  polling.start();
  polling.start();
  await pass(0);
  expect(handlers.onAnswer).toHaveBeenCalledTimes(1);
  await pass(3 * pollMs);
  expect(handlers.onAnswer).toHaveBeenCalledTimes(4);
});

it.each([
  ['the network is away', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the server answers with an error', async () => new Response('', { status: 500 })],
  ['something on the way answers in its place', async () => new Response('<h1>Welcome</h1>')],
])('goes on when %s, and takes it for no answer', async (_when, answer) => {
  server.mockImplementationOnce(answer);
  polling.start();
  await pass(0);
  expect(handlers.onNoAnswer).toHaveBeenCalledOnce();
  expect(handlers.onAnswer).not.toHaveBeenCalled();
  await pass(pollMs);
  expect(handlers.onAnswer).toHaveBeenCalledOnce();
});

it('asks no more once the session has ended', async () => {
  server.mockImplementation(async () => new Response('ended'));
  polling.start();
  await pass(3 * pollMs);
  expect(handlers.onSignedOut).toHaveBeenCalledOnce();
  expect(server).toHaveBeenCalledOnce();
});

it('says nothing after it was stopped, not even what it had asked before, and can be started again', async () => {
  polling.start();
  polling.stop();
  await pass(3 * pollMs);
  expect(handlers.onAnswer).not.toHaveBeenCalled();
  polling.start();
  await pass(0);
  expect(handlers.onAnswer).toHaveBeenCalledOnce();
});
