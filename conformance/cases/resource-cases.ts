import type { Case } from '../case';
import type { Example } from '../example';
import type { OperationName, Resource } from '../operation-id';

/** A resource's table: one example for each of its endpoints, and its rules. */
export type ResourceCases<Of extends Resource> = {
  examples: Readonly<Record<OperationName<Of>, Example>>;
  /** Documented rules, each a case with a name. */
  rules: readonly Case[];
};

/** Why the sandbox is not asked, where several cases have the same reason. */
export const skips = {
  needsSwitch: { skip: 'Astra has to switch this on for a client' },
  changesPerson: { skip: 'would change a person who cannot be replaced without a browser' },
  isAssumed: { skip: 'Astra’s text about it is not public' },
};
