import { runningClock } from '../clock/clock';
import type { Timekeeper } from '../clock/timekeeper';
import { setUpInstruments } from '../engine/instruments';
import { Breakpoints } from '../faults/breakpoints';
import type { SeededRandom } from '../random';
import type { Settings } from '../settings';
import { rotateSecret, signWebhooksWith } from '../state/client';
import type { JournalChange } from '../state/journal';
import { listSnapshots, readSnapshot, saveSnapshot, snapshotPath } from '../state/snapshots';
import type { Deliverer } from '../webhooks/deliver';
import type { World } from '../world';

type Parts = {
  readonly world: World;
  readonly deliverer: Deliverer;
  readonly timekeeper: Timekeeper;
  readonly settings: Settings;
  /** The source of `--seed`, when there is one. */
  readonly seeded: SeededRandom | null;
};

/** What may be done to the world as a whole, from the console and by programs. */
export class Director {
  readonly world: World;
  readonly deliverer: Deliverer;
  readonly timekeeper: Timekeeper;
  readonly breakpoints = new Breakpoints();
  readonly #dataDir: string;
  readonly #seeded: SeededRandom | null;

  constructor({ world, deliverer, timekeeper, settings, seeded }: Parts) {
    this.world = world;
    this.deliverer = deliverer;
    this.timekeeper = timekeeper;
    this.#dataDir = settings.dataDir;
    this.#seeded = seeded;
  }

  /** Begins again with an empty world. The clock stands at `freezeAtMs`, or runs as real time does. */
  reset(freezeAtMs: number | null): void {
    const clock = { id: 'clock', ...runningClock, frozenAtMs: freezeAtMs, target: null };
    this.#replace(freezeAtMs === null ? [] : [['clock', 'clock', clock]]);
  }

  save(name: string): void {
    saveSnapshot(this.#dataDir, name, this.world.store.dump());
  }

  /** @returns whether there is a snapshot of this name */
  restore(name: string): boolean {
    const rows = readSnapshot(this.#dataDir, name);
    if (rows !== undefined) this.#replace(rows, snapshotPath(this.#dataDir, name));
    return rows !== undefined;
  }

  snapshots(): string[] {
    return listSnapshots(this.#dataDir);
  }

  rotateSecret(acceptedMs: number): void {
    const { clock, random } = this.world;
    this.world.client = rotateSecret(this.#dataDir, random, clock.now() + acceptedMs);
  }

  signWebhooksWith(which: 'new' | 'old'): void {
    this.world.client = signWebhooksWith(this.#dataDir, which);
  }

  /** What is under way belongs to the world that goes. */
  #replace(rows: readonly JournalChange[], file?: string): void {
    this.deliverer.abandon();
    this.world.store.replace(rows, file);
    this.#seeded?.moveTo(this.world.store.random.get('random')?.position ?? 0);
    this.world.store.transaction(() => setUpInstruments(this.world));
    this.breakpoints.release();
    this.world.scheduler.reload();
    this.deliverer.resumeInterrupted();
    this.timekeeper.resume();
  }
}
