import path from 'node:path';

/** Where a stack runs and keeps its data. Two stacks with different settings don't meet. */
export type StackSettings = {
  /** Everything that outlives a stop lives here. */
  dataFolder: string;
  ports: { app: number; api: number; secure: number; hosted: number; smtp: number };
  /** `fast` is for tests: decisions and settlements take tenths of a second. */
  pace: 'slow' | 'fast';
  /** Off for tests: they begin with no data, and may lose theirs with the power. */
  keepsData: boolean;
};

export const root = path.dirname(path.dirname(import.meta.dirname));

/** What `npm run demo` and `npm run dev` use. */
export const localSettings: StackSettings = {
  dataFolder: path.join(root, '.data', 'local'),
  ports: { app: 3000, api: 4010, secure: 4011, hosted: 4012, smtp: 4025 },
  pace: 'slow',
  keepsData: true,
};

/** What the browser tests use: beside a running demo, not instead of it. */
export const testSettings: StackSettings = {
  dataFolder: path.join(root, '.data', 'e2e'),
  ports: { app: 3100, api: 4110, secure: 4111, hosted: 4112, smtp: 4125 },
  pace: 'fast',
  keepsData: false,
};

/** Who may open the operator's pages of a local stack: whoever can read its mailbox. */
export const operatorEmail = 'operator@larkspur.example';

/** Another one, so that two tests don't take each other's sign-in links. */
export const nightOperatorEmail = 'night.operator@larkspur.example';

/** A third, for tests of the program's money. */
export const moneyOperatorEmail = 'money.operator@larkspur.example';

/** Whom the emulator takes for the partner's own business. */
export const programEmail = 'partner-business@example.com';

/** What a stack that keeps traces leaves for tests. */
export function tracesOf({ dataFolder }: StackSettings) {
  return {
    /** What the app and the worker said. */
    logFile: path.join(dataFolder, 'output.log'),
    databaseUrlFile: path.join(dataFolder, 'database-url'),
  };
}

/** The app's address. Another site than the emulator's 127.0.0.1, as Astra's is in production. */
export function appUrl({ ports }: StackSettings): string {
  return `http://localhost:${ports.app}`;
}
