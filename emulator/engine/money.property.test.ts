import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { test } from 'vitest';
import { Problem } from '../server/problem';
import {
  addAccount,
  addPerson,
  addTestCard,
  type MoneyWorld,
  moneyWorld,
} from '../testing/money-world';
import { decideChargeback, openChargeback } from './chargebacks';
import { failNow, returnNow } from './control-money';
import { settleTransfer } from './transfers';

const step = record({
  action: constantFrom(
    'card',
    'gross',
    'net',
    'fund',
    'ach',
    'real-time',
    'cancel',
    'fail',
    'return',
    'settle',
    'dispute',
    'win',
    'wait',
  ),
  cents: integer({ min: 1, max: 50_000 }),
  pick: integer({ min: 0, max: 5 }),
});

type Step = { action: string; cents: number; pick: number };

test('whatever happens to payments, no cent is made or lost, and none stays on the way', () => {
  assert(
    property(array(step, { maxLength: 40 }), (steps) => {
      const here = moneyWorld({ feeMode: 'subtractive' });
      const act = actions(here);
      let nowMs = here.world.clock.now();
      steps.forEach((each, place) => {
        // The world itself recounts its ledger after each of these.
        act(each, place);
        nowMs += each.pick * 7_200_000;
        here.moveTo(new Date(nowMs).toISOString());
      });
      here.moveTo(new Date(nowMs + 60 * 86_400_000).toISOString());
      const { transfers, balances } = here.world.store;
      const open = transfers.all().filter((row) => row.status === 'pending');
      const onTheWay = balances.get('astra:in-transit')?.cents ?? 0;
      return open.length === 0 && onTheWay === 0;
    }),
    { numRuns: 60 },
  );
});

function actions(here: MoneyWorld) {
  const { world, call, inTransaction } = here;
  const { userId, auth } = addPerson(here);
  const card = addTestCard(here, userId);
  const other = addTestCard(here, userId, '5108050000007075');
  const account = addAccount(here, userId);
  const second = addAccount(here, userId, { number: '1000000101' });
  const fbo = world.store.instruments.latest('type', 'fbo')?.id ?? '';
  const flat = { type: 'one-time', name: 'x' };
  const bodies = (amount: number, place: number) => {
    const reference = `ref${String(place).padStart(5, '0')}`;
    const nested = { name: 'x', amount, debit_fee_percent: 1.5 };
    const toCard = {
      ...nested,
      source: { id: second },
      destination: { id: card, user_id: userId },
    };
    return {
      card: [
        '',
        {
          ...flat,
          amount,
          payment_type: 'debit',
          source_id: card,
          destination_id: other,
          customer_debit_fee_percent_override: 2.25,
        },
      ],
      ach: [
        '',
        {
          ...flat,
          amount,
          payment_type: 'ach',
          preferred_settlement_speed: 'T+4',
          source_id: second,
          destination_id: account,
        },
      ],
      'real-time': [
        '',
        {
          ...flat,
          amount,
          payment_type: 'ach',
          preferred_settlement_speed: 'real-time',
          source_id: fbo,
          destination_id: account,
        },
      ],
      gross: [
        '/account-to-card',
        { ...toCard, settlement_mode: 'gross_debit', client_correlation_id: reference },
      ],
      net: ['/account-to-card', { ...toCard, settlement_mode: 'net_debit' }],
      fund: [
        '/card-to-account',
        {
          ...nested,
          client_correlation_id: reference,
          source: { id: card },
          destination: { id: account, user_id: userId },
        },
      ],
    } as const;
  };
  return ({ action, cents, pick }: Step, place: number) => {
    const body = Object.entries(bodies(cents / 100, place)).find(([name]) => name === action);
    if (body !== undefined) call('POST', `/v1/routines${body[1][0]}`, auth, body[1][1]);
    const transfer = world.store.transfers.all()[pick];
    if (transfer === undefined) return;
    if (action === 'cancel') call('POST', `/v1/transfers/${transfer.id}/cancel`, auth);
    const byHand: Record<string, () => unknown> = {
      fail: () => failNow(world, transfer.id, 'card_declined'),
      return: () => returnNow(world, transfer.id, 'R03'),
      settle: () => settleTransfer(world, transfer.id),
      dispute: () => openChargeback(world, transfer.id),
      win: () => decideChargeback(world, transfer.chargebackId ?? '', 'Won'),
    };
    try {
      inTransaction(() => byHand[action]?.());
    } catch (error) {
      // Refused where it makes no sense, and then without a trace.
      if (!(error instanceof Problem)) throw error;
    }
  };
}
