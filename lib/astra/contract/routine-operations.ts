import { bookRequest, bookResult } from './assumptions/routines';
import { defineOperations } from './operation';
import { previewRoutineRequest, routinePreview } from './routine-preview';
import {
  createRoutineRequest,
  routine,
  routineList,
  updatedRoutine,
  updateRoutineRequest,
} from './routines';
import { accountToCardRequest, cardToAccountRequest, nestedRoutine } from './routines-with-cards';
import { transferList } from './transfers';

const byUser = { host: 'api', auth: 'user' } as const;

/** Source: reference, "Routines". */
export const routineOperations = defineOperations({
  preview: {
    ...byUser,
    method: 'POST',
    path: '/v1/routines/preview',
    json: previewRoutineRequest,
    status: 201,
    response: routinePreview,
    page: 'Preview a Routine',
  },
  create: {
    ...byUser,
    method: 'POST',
    path: '/v1/routines',
    json: createRoutineRequest,
    status: 201,
    response: routine,
    page: 'Create a Routine',
  },
  accountToCard: {
    ...byUser,
    method: 'POST',
    path: '/v1/routines/account-to-card',
    json: accountToCardRequest,
    status: 201,
    response: nestedRoutine,
    page: 'Create an Account to Card Routine',
  },
  cardToAccount: {
    ...byUser,
    method: 'POST',
    path: '/v1/routines/card-to-account',
    json: cardToAccountRequest,
    status: 201,
    response: nestedRoutine,
    page: 'Create a Card to Account Routine',
  },
  book: {
    ...byUser,
    method: 'POST',
    path: '/v1/routines/book',
    json: bookRequest,
    status: 201,
    response: bookResult,
    page: 'Create a Book Transfer Routine',
    isAssumed: true,
  },
  list: {
    ...byUser,
    method: 'GET',
    path: '/v1/routines',
    plural: 'routines',
    status: 200,
    response: routineList,
    page: 'List Routines',
  },
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/routines/{id}',
    status: 200,
    response: routine,
    page: 'Get a Routine',
  },
  update: {
    ...byUser,
    method: 'PUT',
    path: '/v1/routines/{id}',
    json: updateRoutineRequest,
    status: 200,
    response: updatedRoutine,
    page: 'Update a Routine',
  },
  delete: {
    ...byUser,
    method: 'DELETE',
    path: '/v1/routines/{id}',
    status: 204,
    response: null,
    page: 'Delete a Routine',
  },
  listTransfers: {
    ...byUser,
    method: 'GET',
    path: '/v1/routines/{id}/transfers',
    plural: 'transfers',
    status: 200,
    response: transferList,
    page: 'List Transfers for a Routine',
  },
});
