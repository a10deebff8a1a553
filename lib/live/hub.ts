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

/** Said twice it changes nothing, so it serves as a heartbeat as well. */
const listen = `LISTEN ${liveChannel}`;

/** How long to wait before the next attempt to reach a database that is away. */
const retryMs = 1000;

/** How often the listening connection is asked for a sign of life, and how long that may take. */
export const heartbeatMs = 15_000;
const answerMs = 5_000;

/** One listening connection per process, however many pages are open. */
export class LiveHub {
  readonly #listeners = new Map<string, Set<Listener>>();
  /** Those of the listeners above who also hear of everybody else's changes. */
  readonly #operators = new Set<Listener>();
  #connected: Promise<void> | null = null;
  /** Whether a connection broke, so that changes may have gone unheard. */
  #mayHaveMissed = false;

  /**
   * Calls back on every change for this person, until the returned function is called.
   *
   * @param ofEverybody whether it calls back on everybody's changes: for operators alone, which
   *   the caller checks.
   */
  async subscribe(userId: string, listener: Listener, ofEverybody = false): Promise<() => void> {
    const mine = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, mine.add(listener));
    if (ofEverybody) this.#operators.add(listener);
    const leave = () => {
      this.#operators.delete(listener);
      mine.delete(listener);
      if (mine.size === 0 && this.#listeners.get(userId) === mine) this.#listeners.delete(userId);
    };
    try {
      await this.#connection();
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** The connection, made once for all who ask; after a failure whoever asks next tries anew. */
  #connection(): Promise<void> {
    this.#connected ??= this.#connect().catch((error: unknown) => {
      this.#connected = null;
      throw error;
    });
    return this.#connected;
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: answerMs,
      keepAlive: true,
    });
    let isListening = false;
    client.on('notification', ({ payload }) => this.#deliver(payload ?? ''));
    client.on('error', (error) => log().warn({ err: error }, 'live connection lost'));
    // A client also ends when it could not connect; whoever asked for it is told by the error then.
    client.on('end', () => {
      clearInterval(heartbeat);
      if (isListening) this.#lost();
    });
    let heartbeat: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await sayListen(client);
      isListening = true;
      // A failure ends the connection, which is heard above.
      heartbeat = setInterval(() => void sayListen(client).catch(() => {}), heartbeatMs).unref();
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (this.#mayHaveMissed) this.#tellEverybody();
  }

  #lost(): void {
    this.#connected = null;
    this.#mayHaveMissed = true;
    this.#reconnect();
  }

  #reconnect(): void {
    if (this.#listeners.size === 0) return;
    this.#connection().catch(() => setTimeout(() => this.#reconnect(), retryMs).unref());
  }

  /** Changes made while nobody listened were missed, so every page is told to look again. */
  #tellEverybody(): void {
    this.#mayHaveMissed = false;
    const all = [...this.#listeners.values()].flatMap((listeners) => [...listeners]);
    for (const listener of all) listener({ endedSession: null });
  }

  #deliver(payload: string): void {
    const message = readNotification(payload);
    if (!message) return log().warn('a live message could not be read');
    const { userId, endedSession = null } = message;
    const told = new Set(this.#listeners.get(userId));
    if (endedSession === null) for (const operator of this.#operators) told.add(operator);
    told.forEach((listener) => listener({ endedSession }));
  }
}

/**
 * Listens, and ends a connection that does not answer. When a network goes away without a word, the socket stays
 * open and silent, and silence is also what a listener hears when nothing happens.
 */
async function sayListen(client: Client): Promise<void> {
  const { stream } = client.connection;
  const deadline = setTimeout(() => stream.destroy(new Error('no sign of life')), answerMs);
  try {
    await client.query(listen);
  } finally {
    clearTimeout(deadline);
  }
}

/** Whoever may use the database may write to the channel, and an error here would end the process. */
function readNotification(payload: string): z.infer<typeof notification> | null {
  try {
    return notification.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Hot reload replaces modules but not `globalThis`. */
const shared: typeof globalThis & { liveHub?: LiveHub } = globalThis;

/** The process's hub. */
export function liveHub(): LiveHub {
  shared.liveHub ??= new LiveHub();
  return shared.liveHub;
}
