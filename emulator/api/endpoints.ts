import type { Operation, operations } from '../contract';
import { createCard, deleteCard, getCard, listCards } from './cards';
import type { Endpoint } from './endpoint';
import { createRoutine, getRoutine, listRoutines } from './routines';
import { exchangeTokens } from './token';
import { getTransfer, listTransfers } from './transfers';
import { getUser } from './user';
import { createUserIntent, getUserIntent } from './user-intents';

type EndpointsOf<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends Operation ? Endpoint<Table[Name]> : never;
};

type Operations = typeof operations;

/** What answers each endpoint of the contract. Those that are absent answer 501. */
export const endpoints: {
  readonly [Resource in keyof Operations]?: EndpointsOf<Operations[Resource]>;
} = {
  tokens: { exchange: exchangeTokens },
  userIntents: { create: createUserIntent, get: getUserIntent },
  users: { get: getUser },
  cards: { list: listCards, create: createCard, get: getCard, delete: deleteCard },
  routines: { create: createRoutine, list: listRoutines, get: getRoutine },
  transfers: { list: listTransfers, get: getTransfer },
};
