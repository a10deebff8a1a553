import { z } from 'zod';
import { sentDollars } from '../../contract';
import { settleNow } from '../../engine/by-hand';
import { decideChargeback, openChargeback } from '../../engine/chargebacks';
import { failNow, returnNow } from '../../engine/control-money';
import { receiveInboundPayment } from '../../engine/instruments';
import { triggerRoutine } from '../../engine/run-routine';
import { centsOf } from '../../rules/money';
import { Problem } from '../../server/problem';
import { command } from '../command';

const id = z.string().min(1);
/** Dollars, as typed: 12.34. */
const dollars = z.coerce.number().pipe(sentDollars);

/** What banks, card networks and people outside do to money, at once. */
export const moneyCommands = [
  command({
    name: 'transfer settle',
    does: 'Settles a pending transfer now.',
    words: ['id'],
    parameters: z.strictObject({ id }),
    run: ({ world }, { id: transferId }) => {
      world.store.transaction(() => settleNow(world, transferId));
      return { settled: transferId };
    },
  }),
  command({
    name: 'transfer fail',
    does: 'Lets a pending transfer fail: --reason insufficient_funds, say.',
    words: ['id', 'reason'],
    parameters: z.strictObject({ id, reason: z.string().min(1).default('card_declined') }),
    run: ({ world }, { id: transferId, reason }) => {
      world.store.transaction(() => failNow(world, transferId, reason));
      return { failed: transferId, reason };
    },
  }),
  command({
    name: 'transfer return',
    does: 'Lets a bank send a payment by ACH back: --code R01, R03 and so on.',
    words: ['id', 'code'],
    parameters: z.strictObject({ id, code: z.string().default('R01') }),
    run: ({ world }, { id: transferId, code }) => {
      world.store.transaction(() => returnNow(world, transferId, code));
      return { returned: transferId, code };
    },
  }),
  command({
    name: 'chargeback open',
    does: 'Lets the owner of a card dispute a processed transfer, which is named by its id.',
    words: ['id'],
    parameters: z.strictObject({ id }),
    run: ({ world }, { id: transferId }) => {
      const row = world.store.transaction(() => openChargeback(world, transferId));
      return { opened: row.id, transfer: transferId };
    },
  }),
  command({
    name: 'chargeback decide',
    does: 'Decides an open chargeback: won by the partner, or lost.',
    words: ['id', 'for'],
    parameters: z.strictObject({ id, for: z.enum(['won', 'lost']) }),
    run: ({ world }, { id: chargebackId, for: outcome }) => {
      const status = outcome === 'won' ? 'Won' : 'Lost';
      world.store.transaction(() => decideChargeback(world, chargebackId, status));
      return { decided: chargebackId, status };
    },
  }),
  command({
    name: 'inbound-payment',
    does: 'Lets money arrive at a payment instrument: --amount 12.34 --type Ach or Wires.',
    words: ['instrument', 'amount', 'type'],
    parameters: z.strictObject({
      instrument: id,
      amount: dollars,
      type: z.enum(['Ach', 'Wires']).default('Ach'),
    }),
    run: ({ world }, { instrument, amount, type }) => {
      const payment = { amountCents: centsOf(amount), type };
      const isKnown = world.store.transaction(() =>
        receiveInboundPayment(world, instrument, payment),
      );
      if (!isKnown) throw new Problem(404, `No payment instrument ${instrument}.`);
      return { received: amount, instrument, type };
    },
  }),
  command({
    name: 'routine run',
    does: 'Makes a routine’s next transfer now; --amount names the purchase or deposit behind it.',
    words: ['id'],
    parameters: z.strictObject({ id, amount: dollars.optional() }),
    run: ({ world }, { id: routineId, amount }) => {
      const occasion = amount === undefined ? null : centsOf(amount);
      const transfer = world.store.transaction(() => triggerRoutine(world, routineId, occasion));
      return { transfer: transfer.id };
    },
  }),
];
