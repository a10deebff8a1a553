import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection, reconnectDelayMs } from './live-connection';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  refuse() {
    this.readyState = FakeSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

const handlers = { onHeard: vi.fn(), onLost: vi.fn(), onChange: vi.fn(), onSignedOut: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.opened = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('live connection', () => {
  it('passes on what the server says', () => {
    new LiveConnection('/api/live', handlers).connect();
    const [source] = FakeSource.opened;
    source?.dispatchEvent(new MessageEvent('change', { data: '{}' }));
    source?.dispatchEvent(new MessageEvent('alive', { data: '{}' }));
    expect(handlers.onHeard).toHaveBeenCalledTimes(2);
    expect(handlers.onChange).toHaveBeenCalledOnce();
  });

  it('counts as lost until the server has spoken: an open stream may be held back on its way', () => {
    new LiveConnection('/api/live', handlers).connect();
    expect(handlers.onLost).toHaveBeenCalledOnce();
    FakeSource.opened[0]?.dispatchEvent(new Event('open'));
    expect(handlers.onHeard).not.toHaveBeenCalled();
  });

  it('opens another stream when an open one says nothing for longer than the server ever does', () => {
    new LiveConnection('/api/live', handlers).connect();
    const [source] = FakeSource.opened;
    source?.dispatchEvent(new Event('open'));
    vi.advanceTimersByTime(30_000);
    source?.dispatchEvent(new MessageEvent('alive', { data: '{}' }));
    vi.advanceTimersByTime(39_000);
    expect(FakeSource.opened).toHaveLength(1);
    expect(handlers.onLost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(2_500);
    expect(source?.readyState).toBe(FakeSource.CLOSED);
    expect(FakeSource.opened).toHaveLength(2);
    expect(handlers.onLost).toHaveBeenCalledTimes(3);
  });

  it('tries again when the server refused the stream', () => {
    new LiveConnection('/api/live', handlers).connect();
    FakeSource.opened[0]?.refuse();
    // Once when it began, and now.
    expect(handlers.onLost).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.opened).toHaveLength(2);
  });

  it('leaves a broken stream to the browser, which reopens it by itself', () => {
    new LiveConnection('/api/live', handlers).connect();
    FakeSource.opened[0]?.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.opened).toHaveLength(1);
  });

  it('never reopens after it was closed', () => {
    const connection = new LiveConnection('/api/live', handlers);
    connection.connect();
    FakeSource.opened[0]?.refuse();
    connection.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.opened).toHaveLength(1);
  });

  it('closes before it says that the person was signed out', () => {
    new LiveConnection('/api/live', handlers).connect();
    FakeSource.opened[0]?.dispatchEvent(new Event('signed-out'));
    expect(FakeSource.opened[0]?.readyState).toBe(FakeSource.CLOSED);
    expect(handlers.onSignedOut).toHaveBeenCalledOnce();
  });

  it('waits longer after each failure, up to half a minute', () => {
    expect([0, 1, 2, 3, 50].map((tries) => reconnectDelayMs(tries, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 30_000,
    ]);
    expect(reconnectDelayMs(0, 0)).toBe(500);
  });
});
