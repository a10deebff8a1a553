import { describe, expectTypeOf, test } from 'vitest';
import type { Capabilities, CreateBusinessProfile } from '../index';
import type { Cents } from '../money';
import type { AstraCard } from './cards';
import type { CreateRoutine } from './routine-requests';
import type { NestedRoutine } from './routine-results';
import type { Chargeback, Transfer } from './transfers';
import type { AstraUser } from './users';

type BusinessType = CreateBusinessProfile['business_info']['business_type'];

describe('the type of a result', () => {
  test('has no field that is misspelt, at any depth', () => {
    expectTypeOf<AstraUser>().not.toHaveProperty('stauts');
    expectTypeOf<NonNullable<Capabilities['account_to_account']>>().not.toHaveProperty(
      'max_settlment_speeed',
    );
    expectTypeOf<NonNullable<NestedRoutine['destination']>>().not.toHaveProperty('userid');
    expectTypeOf<NonNullable<Transfer['chargeback']>>().not.toHaveProperty('cbid');
  });

  test('keeps the fields that are known, and their types', () => {
    expectTypeOf<NonNullable<NestedRoutine['destination']>['user_id']>().toEqualTypeOf<
      string | null | undefined
    >();
    expectTypeOf<NonNullable<Transfer['chargeback']>>().toEqualTypeOf<Chargeback>();
    expectTypeOf<Chargeback['created']>().toEqualTypeOf<Date | null>();
    expectTypeOf<Transfer['amount_cents']>().toEqualTypeOf<Cents | null>();
    expectTypeOf<NonNullable<AstraCard['review_reasons']>>().toEqualTypeOf<string[]>();
    expectTypeOf<NonNullable<AstraUser['metadata']>>().toEqualTypeOf<Record<string, unknown>>();
  });
});

describe('the type of a request', () => {
  test('takes words where words belong, also those that Astra adds', () => {
    expectTypeOf<'llc'>().toExtend<BusinessType>();
    expectTypeOf<'cooperative'>().toExtend<BusinessType>();
    expectTypeOf<number>().not.toExtend<BusinessType>();
  });

  const common = {
    payment_type: 'ach',
    name: 'Rent',
    source_id: 'a',
    destination_id: 'b',
  } as const;
  type Common = typeof common;
  type Amount = { amount_cents: Cents };

  test('wants the fields that each kind of routine is driven by', () => {
    expectTypeOf<Common & Amount & { type: 'one-time' }>().toExtend<CreateRoutine>();
    expectTypeOf<Common & { type: 'one-time' }>().not.toExtend<CreateRoutine>();
    expectTypeOf<Common & Amount & { type: 'recurring' }>().not.toExtend<CreateRoutine>();
    expectTypeOf<
      Common & Amount & { type: 'recurring'; frequency: 'weekly' }
    >().toExtend<CreateRoutine>();
    expectTypeOf<Common & { type: 'sweep' }>().not.toExtend<CreateRoutine>();
    expectTypeOf<Common & { type: 'sweep'; threshold_cents: Cents }>().toExtend<CreateRoutine>();
    expectTypeOf<Common & { type: 'round-up' }>().not.toExtend<CreateRoutine>();
    expectTypeOf<
      Common & { type: 'percentage-based'; percent_of_transaction: number }
    >().toExtend<CreateRoutine>();
  });
});
