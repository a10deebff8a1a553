import 'server-only';
import { Client } from 'pg';
import { z } from 'zod';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { liveChannel } from './notify';

/** Something changed, or the session with this hash has ended. */
export type LiveMessage = { endedSession: string | null };
type Listener = (message: LiveMessage) => void;

const notification = z.object({ userId: z.string(), endedSession: z.string().optional() });

/** One listening connection per process, whoever many pages are open. */
class LiveHub {
  readonly #listeners = new Map<string, Set<Listener>>();
  #connected: Promise<void> | null = null;

  /** Calls back on every change for this person, until the returned function is called. */
  async subscribe(userId: string, listener: Listener): Promise<() => void> {
    const mine = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, mine.add(listener));
    const leave = () => {
      mine.delete(listener);
      if (mine.size === 0 && this.#listeners.get(userId) === mine) this.#listeners.delete(userId);
    };
    try {
      this.#connected ??= this.#connect();
      await this.#connected;
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async #connect(): Promise<void> {
    const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client.on('notification', ({ payload }) => this.#deliver(payload ?? ''));
    client.on('error', (error) => log().warn({ err: error }, 'live connection lost'));
    client.on('end', () => this.#reconnect());
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
    } catch (error) {
      this.#connected = null;
      throw error;
    }
  }

  /** Changes made while nobody listened were missed, so everybody is told to look again. */
  #reconnect(): void {
    this.#connected = null;
    if (this.#listeners.size === 0) return;
    this.#connected = this.#connect();
    this.#connected.then(
      () =>
        this.#listeners.forEach((mine) =>
          mine.forEach((listener) => listener({ endedSession: null })),
        ),
      () => setTimeout(() => this.#reconnect(), 1000).unref(),
    );
  }

  #deliver(payload: string): void {
    const { userId, endedSession = null } = notification.parse(JSON.parse(payload));
    this.#listeners.get(userId)?.forEach((listener) => listener({ endedSession }));
  }
}

/** Hot reload replaces modules but not `globalThis`. */
const shared: typeof globalThis & { liveHub?: LiveHub } = globalThis;

/** The process's hub. */
export function liveHub(): LiveHub {
  shared.liveHub ??= new LiveHub();
  return shared.liveHub;
}
