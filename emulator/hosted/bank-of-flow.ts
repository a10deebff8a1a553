import { clientInstitution, type Institution, institutions } from '../rules/institutions';
import type { AccountRow } from '../state/rows-accounts';
import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';

/** The account whose connection broke, when the link names one. */
export function brokenAccount(world: World, flow: FlowRow): AccountRow | undefined {
  return world.store.accounts.get(flow.accountId ?? '');
}

/** The bank that the person chose, or the one of the account to connect again. */
export function bankOfFlow(world: World, flow: FlowRow): Institution {
  const account = brokenAccount(world, flow);
  const id = account?.institutionId ?? flow.bank?.institutionId;
  const known = institutions.find((one) => one.id === id) ?? institutions[0] ?? clientInstitution;
  return account === undefined ? known : { ...known, name: account.institutionName };
}
