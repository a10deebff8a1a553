import { dayIn } from '../clock/zones';
import { type AchSpeed, type AchTimes, achTimes, bankMorning } from '../rules/ach-windows';
import { addBankingDays } from '../rules/banking-days';
import { defaultFeePercent, splitAmount } from '../rules/fees';
import { instantNetworks } from '../rules/instant-networks';
import { isSlowAmount } from '../rules/test-amounts';
import type { Holder } from '../state/rows-ledger';
import type { Flow, RoutineRow, SegmentRow } from '../state/rows-money';
import type { World } from '../world';
import { reserveOf } from './instruments';
import { inTransit } from './ledger';

export type Leg = Pick<
  SegmentRow,
  'type' | 'network' | 'from' | 'to' | 'amountCents' | 'settlesMs' | 'isDecisive'
>;

/** How a transfer will go. */
export type Plan = {
  readonly legs: readonly Leg[];
  readonly feeCents: number;
  readonly estimatedClearingMs: number;
  readonly cancelBeforeMs: number | null;
  /** Why it cannot go at all. */
  readonly failure: string | null;
};

const slowFactor = 20;
const slowBankingDays = 2;
/** Where a routine names no speed. Astra's own default is not known. */
const defaultSpeed = 'T+1';

type Times = { settlesMs: number; clearingMs: number; cancelBeforeMs: number | null };

/** The legs of the next transfer of a routine, the first to settle first. */
export function planTransfer(world: World, routine: RoutineRow, amountCents: number): Plan {
  return planners[routine.flow](world, routine, amountCents);
}

type Planner = (world: World, routine: RoutineRow, amountCents: number) => Plan;

const planners: Readonly<Record<Flow, Planner>> = {
  'card-to-card': cardToCard,
  'account-to-account': accountToAccount,
  'account-to-card': accountToCard,
  'card-to-account': cardToAccount,
  book,
};

function cardToCard(world: World, routine: RoutineRow, amountCents: number): Plan {
  const { feeCents, pullCents, pushCents } = feesOf(world, routine, amountCents);
  const times = instantly(world, amountCents);
  return planned(times, feeCents, [
    { ...pullOf(world, routine, pullCents), settlesMs: times.settlesMs, isDecisive: false },
    {
      ...pushOf(world, routine, inTransit, pushCents),
      settlesMs: times.settlesMs,
      isDecisive: true,
    },
  ]);
}

function cardToAccount(world: World, routine: RoutineRow, amountCents: number): Plan {
  const { feeCents, pullCents, pushCents } = feesOf(world, routine, amountCents);
  const { settlesMs } = instantly(world, amountCents);
  const credit = byAch(world, 'T+0', amountCents);
  return planned(credit, feeCents, [
    { ...pullOf(world, routine, pullCents), settlesMs, isDecisive: false },
    { ...creditOf(routine, inTransit, pushCents), settlesMs: credit.settlesMs, isDecisive: true },
  ]);
}

/** The card is paid at once out of the reserve; in gross mode the account fills it up again. */
function accountToCard(world: World, routine: RoutineRow, amountCents: number): Plan {
  const { feeCents, pushCents } = splitAmount(amountCents, routine.feePercent ?? 0, 'subtractive');
  const times = instantly(world, amountCents);
  const reserve = `instrument:${reserveOf(world).id}` as const;
  const push = {
    ...pushOf(world, routine, reserve, pushCents),
    settlesMs: times.settlesMs,
    isDecisive: true,
  };
  if (routine.settlementMode === 'net_debit') return planned(times, feeCents, [push]);
  const debit = {
    ...debitOf(routine, reserve, amountCents),
    settlesMs: byAch(world, 'T+1', amountCents).settlesMs,
    isDecisive: false,
  };
  return planned(times, feeCents, [push, debit]);
}

function accountToAccount(world: World, routine: RoutineRow, amountCents: number): Plan {
  const speed = routine.preferredSpeed ?? defaultSpeed;
  if (world.store.instruments.get(routine.sourceId) !== undefined) {
    return fromInstrument(world, routine, amountCents, speed);
  }
  const credit = byAch(world, achSpeedOf(speed), amountCents);
  const debit = byAch(world, 'T+1', amountCents);
  return planned({ ...credit, cancelBeforeMs: debit.cancelBeforeMs }, 0, [
    {
      ...debitOf(routine, inTransit, amountCents),
      settlesMs: Math.min(debit.settlesMs, credit.settlesMs),
      isDecisive: false,
    },
    { ...creditOf(routine, inTransit, amountCents), settlesMs: credit.settlesMs, isDecisive: true },
  ]);
}

function fromInstrument(
  world: World,
  routine: RoutineRow,
  amountCents: number,
  speed: string,
): Plan {
  const from = `instrument:${routine.sourceId}` as const;
  if (speed === 'real-time') {
    const bank = world.store.accounts.get(routine.destinationId)?.routingNumber ?? '';
    const { rtp, fednow } = instantNetworks(bank);
    const times = instantly(world, amountCents);
    const credit = creditOf(routine, from, amountCents);
    const leg = { ...credit, type: 'push', settlesMs: times.settlesMs, isDecisive: true } as const;
    if (rtp || fednow) return planned(times, 0, [{ ...leg, network: rtp ? 'RTP' : 'FedNow' }]);
    if (routine.disableAlternativeRouting) {
      return {
        ...planned(times, 0, [{ ...leg, network: 'RTP' }]),
        failure: 'network_unavailable',
      };
    }
  }
  const times = byAch(world, achSpeedOf(speed), amountCents);
  return planned(times, 0, [
    { ...creditOf(routine, from, amountCents), settlesMs: times.settlesMs, isDecisive: true },
  ]);
}

function book(world: World, routine: RoutineRow, amountCents: number): Plan {
  const settlesMs = world.clock.now();
  return planned({ settlesMs, clearingMs: settlesMs, cancelBeforeMs: settlesMs }, 0, [
    {
      type: 'book',
      network: 'book',
      from: `instrument:${routine.sourceId}`,
      to: `instrument:${routine.destinationId}`,
      amountCents,
      settlesMs,
      isDecisive: true,
    },
  ]);
}

type Movement = Omit<Leg, 'settlesMs' | 'isDecisive'>;

function pullOf(world: World, { sourceId }: RoutineRow, amountCents: number): Movement {
  const network = networkOf(world, sourceId);
  return { type: 'pull', network, from: `card:${sourceId}`, to: inTransit, amountCents };
}

function pushOf(world: World, routine: RoutineRow, from: Holder, amountCents: number): Movement {
  const { destinationId } = routine;
  const network = networkOf(world, destinationId);
  return { type: 'push', network, from, to: `card:${destinationId}`, amountCents };
}

function debitOf({ sourceId }: RoutineRow, to: Holder, amountCents: number): Movement {
  return { type: 'ach_debit', network: 'ACH', from: `account:${sourceId}`, to, amountCents };
}

function creditOf({ destinationId }: RoutineRow, from: Holder, amountCents: number): Movement {
  return { type: 'ach_credit', network: 'ACH', from, to: `account:${destinationId}`, amountCents };
}

function feesOf(world: World, { feePercent }: RoutineRow, amountCents: number) {
  return splitAmount(amountCents, feePercent ?? defaultFeePercent, world.feeMode);
}

function networkOf(world: World, cardId: string): string {
  return world.store.cards.get(cardId)?.company ?? 'Unknown';
}

/** `real-time` that cannot be had falls back to the same day. */
function achSpeedOf(speed: string): AchSpeed {
  return speed === 'T+1' || speed === 'T+2' || speed === 'T+4' ? speed : 'T+0';
}

function planned(times: Times, feeCents: number, legs: readonly Leg[]): Plan {
  return {
    legs,
    feeCents,
    estimatedClearingMs: times.clearingMs,
    cancelBeforeMs: times.cancelBeforeMs,
    failure: null,
  };
}

/** By card networks, RTP and FedNow. */
function instantly(world: World, amountCents: number): Times {
  const settlesMs = world.clock.now() + shortWaitMs(world, amountCents);
  return { settlesMs, clearingMs: settlesMs, cancelBeforeMs: null };
}

/** The estimate is always the banks' own; whether the money keeps to it is a question of pace. */
function byAch(world: World, speed: AchSpeed, amountCents: number): Times {
  const nowMs = world.clock.now();
  const calendar = achTimes(speed, nowMs);
  if (!world.pace.achFollowsCalendar) {
    const settlesMs = nowMs + shortWaitMs(world, amountCents);
    return { settlesMs, clearingMs: calendar.settlesMs, cancelBeforeMs: null };
  }
  const settlesMs = isSlowAmount(amountCents) ? slowArrival(calendar) : calendar.settlesMs;
  return { settlesMs, clearingMs: calendar.settlesMs, cancelBeforeMs: calendar.cutOffMs };
}

function slowArrival({ settlesMs }: AchTimes): number {
  return bankMorning(addBankingDays(dayIn('America/New_York', settlesMs), slowBankingDays));
}

function shortWaitMs(world: World, amountCents: number): number {
  return world.pace.settlementMs * (isSlowAmount(amountCents) ? slowFactor : 1);
}
