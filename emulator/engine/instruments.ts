import { dollarsOf } from '../rules/money';
import type { InstrumentRow } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import { PythonFloat } from '../webhooks/python-json';
import type { World } from '../world';
import { balanceOf, moveMoney, outsideBank } from './ledger';

/** What the partner's settlement accounts hold in an empty world. */
const openingBalances = [
  { type: 'fbo', name: 'FBO settlement account', accountNumber: '9000000001', cents: 100_000_00 },
  { type: 'reserve', name: 'Reserve', accountNumber: '9000000002', cents: 50_000_00 },
] as const;

/** The routing number that Astra's sandbox offers to whoever has none. */
const routingNumber = '222222226';

/** Gives an empty world the two settlement accounts that Astra sets up for a partner. */
export function setUpInstruments(world: World): void {
  if (world.store.instruments.size > 0) return;
  for (const { cents, ...rest } of openingBalances) {
    const row = world.store.instruments.put({
      ...rest,
      id: world.random.uuid(),
      routingNumber,
      status: 'active',
      createdMs: world.clock.now(),
    });
    const to = `instrument:${row.id}` as const;
    moveMoney(world, { from: outsideBank, to, cents, reason: 'opening balance' });
  }
}

/** The account that pays out in net mode and bears returns and chargebacks. */
export function reserveOf(world: World): InstrumentRow {
  const reserve = world.store.instruments.latest('type', 'reserve');
  if (reserve === undefined) throw new Error('The world has no reserve.');
  return reserve;
}

export function instrumentBalance(world: World, id: string): number {
  return balanceOf(world, `instrument:${id}`);
}

export type InboundPayment = { readonly amountCents: number; readonly type: 'Ach' | 'Wires' };

/** Somebody outside pays the partner. @returns false for an unknown instrument */
export function receiveInboundPayment(
  world: World,
  instrumentId: string,
  { amountCents, type }: InboundPayment,
): boolean {
  const instrument = world.store.instruments.get(instrumentId);
  if (instrument === undefined || amountCents <= 0) return false;
  const to = `instrument:${instrument.id}` as const;
  const reason = type === 'Ach' ? 'inbound ACH payment' : 'inbound wire';
  moveMoney(world, { from: outsideBank, to, cents: amountCents, reason });
  emitWebhook(world, {
    type: 'inbound_payment_received',
    userId: null,
    resourceId: instrument.id,
    metadata: { amount: new PythonFloat(dollarsOf(amountCents)), type },
  });
  return true;
}
