import { dayIn } from '../clock/zones';
import { achTimes, bankMorning } from '../rules/ach-windows';
import { addBankingDays, bankingDayFrom } from '../rules/banking-days';
import { partnerEmail } from '../rules/steering';
import type { BatchRow, TransferRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';
import { reserveOf } from './instruments';
import { moveMoney, outsideBank } from './ledger';

/** A net-mode payment was made: the batch of its business day will pay for it. */
export function addToBatch(world: World, transfer: TransferRow): void {
  const nowMs = world.clock.now();
  const day = bankingDayFrom(dayIn('America/New_York', nowMs));
  world.store.transfers.put({ ...transfer, batchDay: day });
  if (world.store.transfers.count('batchDay', day) > 1) return;
  const dueMs = world.pace.achFollowsCalendar
    ? bankMorning(addBankingDays(day, 1))
    : nowMs + world.pace.settlementMs;
  world.scheduler.planAt('create_batch', day, dueMs);
}

/** One debit of the partner's own account for everything of a business day. */
export function createBatch(world: World, day: string): void {
  const { transfers, batches } = world.store;
  const paid = transfers.newest('batchDay', day, transfers.size).reverse();
  if (paid.length === 0) return;
  const nowMs = world.clock.now();
  const batch = batches.put({
    id: world.random.hex(40),
    status: 'pending',
    amountCents: paid.reduce((sum, transfer) => sum + transfer.amountCents, 0),
    transferIds: paid.map((transfer) => transfer.id),
    createdMs: nowMs,
    updatedMs: nowMs,
    history: [{ status: 'pending', atMs: nowMs }],
  });
  for (const transfer of paid) transfers.put({ ...transfer, batchDay: null, batchId: batch.id });
  tellBatch(world, 'batch_transfer_created', batch);
  const settlesMs = world.pace.achFollowsCalendar
    ? achTimes('T+1', nowMs).settlesMs
    : nowMs + world.pace.settlementMs;
  world.scheduler.planAt('settle_batch', batch.id, settlesMs);
}

/** The debit went through: the reserve is as full as before. */
export function settleBatch(world: World, batchId: string): void {
  const batch = world.store.batches.get(batchId);
  if (batch?.status !== 'pending') return;
  const updatedMs = world.clock.now();
  moveMoney(world, {
    from: outsideBank,
    to: `instrument:${reserveOf(world).id}`,
    cents: batch.amountCents,
    reason: `batch ${batch.id}`,
  });
  const history = [...batch.history, { status: 'processed', atMs: updatedMs }];
  const row = { ...batch, status: 'processed', updatedMs, history } as const;
  world.store.batches.put(row);
  tellBatch(world, 'batch_transfer_updated', row);
}

/** The user of a batch is the partner's own business, when it has one. */
function tellBatch(world: World, type: string, batch: BatchRow): void {
  const partner = world.store.users.latest('email', partnerEmail);
  emitWebhook(world, { type, userId: partner?.id ?? null, resourceId: batch.id });
}
