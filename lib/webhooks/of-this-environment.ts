import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import { env } from '@/lib/env';

/**
 * A condition on `webhook_events`: it came from the environment of Astra that we ask. What another one
 * told of (the sandbox, before going live) cannot be looked at here, even where ids are the same.
 */
export function ofThisEnvironment(): Prisma.Sql {
  return Prisma.sql`webhook_events.environment = ${env().ASTRA_ENVIRONMENT}`;
}
