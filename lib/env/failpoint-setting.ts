/**
 * Which step a test wants this process to stop at, as `name:what`; null in production, whatever the
 * environment says. A build for production has the condition as a constant.
 */
export function failpointSetting(): string | null {
  if (process.env.NODE_ENV === 'production') return null;
  return process.env['FAILPOINT'] ?? null;
}
