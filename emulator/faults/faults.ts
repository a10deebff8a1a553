import type { FaultRow } from '../state/rows-faults';
import type { World } from '../world';
import type { FaultKind, Posting, Sending, WebhookHooks } from './kind';

/** A fault that strikes now. */
export type Struck = { readonly row: FaultRow; readonly kind: FaultKind };

/** A call, or a webhook as it is made or as it is sent. */
type Stage = 'call' | 'emit' | 'send';

/** What the engine asks of the faults that were added. */
export type Faults = {
  /** The faults that strike this call, counted. Call it inside a transaction. */
  take(world: World, stage: Stage, name: string, userId: string | null): Struck[];
  /** When and how often a new webhook goes out. Call it inside a transaction. */
  emit(world: World, type: string, userId: string | null): Sending;
  /** One attempt as it will travel. */
  send(world: World, type: string, userId: string | null, posting: Posting): Posting;
};

/** @param kindNamed the registry, handed in because kinds reach into the engine and it asks here */
export function createFaults(kindNamed: (name: string) => FaultKind | undefined): Faults {
  const take: Faults['take'] = (world, stage, name, userId) => {
    const { faults } = world.store;
    if (faults.count('state', 'active') === 0) return [];
    const struck: Struck[] = [];
    for (const row of faults.newest('state', 'active', faults.size).reverse()) {
      const kind = kindNamed(row.kind);
      if (kind === undefined || !strikesAt(kind, row, stage)) continue;
      if (!concerns(world, row, name, userId)) continue;
      const seen = row.seen + 1;
      const isHit = seen >= row.nth && isChosen(world, row.probability);
      const left = isHit && row.left !== null ? row.left - 1 : row.left;
      faults.put({ ...row, seen, left, hits: row.hits + (isHit ? 1 : 0) });
      if (isHit) struck.push({ row, kind });
    }
    return struck;
  };
  return {
    take,
    emit: (world, type, userId) => {
      let sending: Sending = { delayMs: 0, copies: 0, isDropped: false, type };
      for (const hooks of hooksOf(take(world, 'emit', type, userId))) {
        sending = hooks.emit?.(sending, world) ?? sending;
      }
      return sending;
    },
    send: (world, type, userId, posting) => {
      let changed = posting;
      for (const hooks of hooksOf(take(world, 'send', type, userId))) {
        changed = hooks.send?.(changed, world) ?? changed;
      }
      return changed;
    },
  };
}

function hooksOf(struck: readonly Struck[]): WebhookHooks[] {
  return struck.flatMap(({ row, kind }) => kind.webhook?.(row.parameters) ?? []);
}

function strikesAt(kind: FaultKind, row: FaultRow, stage: Stage): boolean {
  if (stage === 'call') return kind.call !== undefined;
  return kind.webhook?.(row.parameters)[stage] !== undefined;
}

/** Whether a fault may still strike: `spent` has struck as often as it may, `expired` is over. */
export function stateOfFault(row: FaultRow, nowMs: number): 'active' | 'spent' | 'expired' {
  if (row.left === 0) return 'spent';
  return row.expiresMs !== null && row.expiresMs <= nowMs ? 'expired' : 'active';
}

function concerns(world: World, row: FaultRow, name: string, userId: string | null): boolean {
  if (stateOfFault(row, world.clock.now()) !== 'active') return false;
  if (row.userId !== null && row.userId !== userId) return false;
  return matches(row.on, name);
}

/** `cards.*` stands for every operation on cards, `*` for everything. */
export function matches(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return pattern === name;
  return name.startsWith(pattern.slice(0, -1));
}

/** Certainty costs no draw: faults without a chance don't disturb the seeded sequence. */
function isChosen(world: World, probability: number): boolean {
  return probability >= 1 || world.random.fraction() < probability;
}
