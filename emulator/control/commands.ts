import type { Command } from './command';
import { clockCommands } from './commands/clock';
import { faultCommands } from './commands/faults';
import { moneyCommands } from './commands/money';
import { peopleCommands } from './commands/people';
import { webhookCommands } from './commands/webhooks';
import { worldCommands } from './commands/world';

/** Everything that may be asked of a running emulator. */
export const commands: readonly Command[] = [
  ...clockCommands,
  ...faultCommands,
  ...webhookCommands,
  ...worldCommands,
  ...peopleCommands,
  ...moneyCommands,
];
