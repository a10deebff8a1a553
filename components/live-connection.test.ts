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

const handlers = { onOpen: vi.fn(), onLost: vi.fn(), onChange: vi.fn(), onSignedOut: vi.fn() };

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
    source?.dispatchEvent(new Event('open'));
    source?.dispatchEvent(new MessageEvent('change', { data: '{}' }));
    expect(handlers.onOpen).toHaveBeenCalledOnce();
    expect(handlers.onChange).toHaveBeenCalledOnce();
  });

  it('tries again when the server refused the stream', () => {
    new LiveConnection('/api/live', handlers).connect();
    FakeSource.opened[0]?.refuse();
    expect(handlers.onLost).toHaveBeenCalledOnce();
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
