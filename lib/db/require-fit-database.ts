import 'server-only';
import { requireDurableSettings } from './require-durable-settings';
import { requireMigratedSchema } from './require-migrated-schema';

/**
 * Looks whether the database may be used: it keeps what it confirms, and has the schema of this version.
 *
 * @throws UnfitDatabaseError when it must not be, and an error when it is away.
 */
export async function requireFitDatabase(): Promise<void> {
  await requireDurableSettings();
  await requireMigratedSchema();
}
