import { assumptions, type operations } from '../contract';
import { addAccount, type NewAccount, sameAccount } from '../engine/accounts';
import { clientInstitution, institutions } from '../rules/institutions';
import { bankName, isRoutingNumber } from '../rules/routing-numbers';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { AccountRow } from '../state/rows-accounts';
import { signedWithSecret } from '../webhooks/sign';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { invalidFields } from './validate';
import { printAccount } from './wire';

type Accounts = typeof operations.accounts;

/** `GET /v1/accounts` */
export const listAccounts: Endpoint<Accounts['list']> = ({ world, user, request }) =>
  listPage(
    request,
    'accounts',
    (limit, before) => world.store.accounts.newest('user', user.id, limit, before),
    (id) => ownAccount(world, user, id),
    printAccount,
  );

/** `GET /v1/accounts/{id}` */
export const getAccount: Endpoint<Accounts['get']> = ({ world, user, id }) => {
  const account = ownAccount(world, user, id);
  if (account === undefined) throw notFound();
  return printAccount(account);
};

/** `DELETE /v1/accounts/{id}`: 200 without a body. No condition is documented. */
export const deleteAccount: Endpoint<Accounts['delete']> = ({ world, user, id }) => {
  if (ownAccount(world, user, id) === undefined) throw notFound();
  world.store.accounts.delete(id);
};

/** `POST /v1/accounts/create`, on the secure host alone. The answer has no balances. */
export const createAccount: Endpoint<Accounts['create']> = ({ world, user, body }) => {
  if (body.institution_id !== clientInstitution.id) {
    throw invalidFields({ institution_id: ['Not the institution of this client.'] });
  }
  if (!isRoutingNumber(body.routing_number)) {
    throw invalidFields({ routing_number: ['Not a valid routing number.'] });
  }
  const account = addOnce(world, user, {
    number: body.account_number,
    routingNumber: body.routing_number,
    name: body.name,
    subtype: body.bank_account_type,
    institutionId: clientInstitution.id,
    institutionName: bankName(body.routing_number),
    madeBy: 'number',
  });
  const {
    current_balance: _,
    available_balance: __,
    nickname: ___,
    last_balance_update_on: ____,
    ...printed
  } = printAccount(account);
  return printed;
};

/** `POST /v1/accounts/processor_token` */
export const createByProcessorToken: Endpoint<Accounts['createByProcessorToken']> = (input) => {
  const { world, user, body } = input;
  const token = /^processor-(sandbox|emulator)-(.+)$/.exec(body.processor_token);
  if (token === null)
    throw invalidFields({ processor_token: ['Not a processor token for astra.'] });
  const bank = institutions[0] ?? clientInstitution;
  // In Plaid's sandbox all tokens name the same two accounts.
  const isSavings = body.processor_token.includes('savings');
  const account = addOnce(world, user, {
    number: isSavings ? '1111222233331111' : '1111222233330000',
    routingNumber: bank.routingNumber,
    name: isSavings ? 'Plaid Saving' : 'Plaid Checking',
    subtype: isSavings ? 'savings' : 'checking',
    institutionId: bank.id,
    institutionName: bank.name,
    madeBy: 'processor',
  });
  return { id: account.id, institution_id: account.institutionId };
};

/** `POST /v1/webhook/customer_event`: the balance is asked for a moment later. */
export const receiveCustomerEvent: Endpoint<Accounts['sendCustomerEvent']> = (input) => {
  const { world, request, body } = input;
  const given = request.headers[assumptions.customerEventSignatureHeader];
  if (!signedWithSecret(request.body, String(given ?? ''), world.client.clientSecret)) {
    throw new Problem(401, 'The signature does not fit the body.');
  }
  const account = world.store.accounts.get(body.resource_id);
  if (account?.madeBy !== 'number' || body.institution_id !== clientInstitution.id) {
    throw invalidFields({ resource_id: ['No account that was made by number has this id.'] });
  }
  world.scheduler.plan('ask_balance', account.id, 0);
};

/** @throws Problem 400 for an account that the user has already */
function addOnce(world: World, user: UserRow, account: NewAccount): AccountRow {
  if (sameAccount(world, user.id, account) !== undefined) {
    throw new Problem(400, 'Account Already Exists');
  }
  return addAccount(world, user.id, account);
}

function ownAccount(world: World, user: UserRow, id: string): AccountRow | undefined {
  const account = world.store.accounts.get(id);
  return account?.userId === user.id ? account : undefined;
}
