import type { operations } from '../contract/operations';
import { endsCalls } from './calls-about-ends';
import { paymentCalls } from './calls-about-payments';
import { peopleCalls } from './calls-about-people';
import type { OneCall } from './one-call';

type Operations = typeof operations;

/** `cards.list`, and so on. */
type OperationName = {
  [Resource in keyof Operations]: `${Resource}.${keyof Operations[Resource] & string}`;
}[keyof Operations];

/** One call of every endpoint. A forgotten one is a type error. */
export const everyCall: Readonly<Record<OperationName, OneCall>> = {
  ...peopleCalls,
  ...endsCalls,
  ...paymentCalls,
};
