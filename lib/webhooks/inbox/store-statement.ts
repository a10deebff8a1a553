/** Any number that no other advisory lock of this database uses with two parts. */
const lockClass = 7_146_302;

/**
 * Writes events and their jobs. It is told the line, and the events as a JSON array of `InboxEvent`; it
 * answers with the ids of those that are new. The benchmark gives it to others, to compare with them.
 *
 * `add_jobs` is told of no empty list, which it could not tell the workers of. What it does with a key
 * that exists is the same as in `add-job.ts`.
 */
export const storeStatement = `
  WITH line AS MATERIALIZED (SELECT pg_advisory_xact_lock(${lockClass}, $1::int)),
  event AS MATERIALIZED (
    SELECT * FROM json_to_recordset($2::json) AS event(
      id uuid, environment text, "webhookId" text, "webhookType" text, "resourceId" text,
      "astraUserId" text, body text, status webhook_status, outcome text, job json)),
  new AS (
    INSERT INTO webhook_events (id, environment, webhook_id, webhook_type, resource_id,
      astra_user_id, body, status, outcome, handled_at)
    SELECT id, environment, "webhookId", "webhookType", "resourceId", "astraUserId", body,
      status, outcome, CASE WHEN status <> 'received' THEN clock_timestamp() END
    FROM line, event
    ON CONFLICT (environment, webhook_id) DO NOTHING
    RETURNING id),
  wanted AS (
    SELECT DISTINCT ON (job.key) job.*
    FROM new JOIN event USING (id), json_to_record(event.job) AS job(
      name text, payload json, queue text, delay_ms float8, max_attempts smallint, key text,
      priority smallint)
    WHERE job.key IS NOT NULL
    ORDER BY job.key),
  spec AS (
    SELECT array_agg((name, payload, queue,
      clock_timestamp() + make_interval(secs => delay_ms / 1000),
      max_attempts, key, priority, NULL::text[])::graphile_worker.job_spec) AS specs
    FROM wanted HAVING count(*) > 0),
  added AS (SELECT count(*) FROM spec, LATERAL graphile_worker.add_jobs(spec.specs))
  SELECT ARRAY(SELECT id::text FROM new) AS ids, added.count FROM added`;
