import 'server-only';
import pino from 'pino';
import { env } from '@/lib/env';

let instance: pino.Logger | null = null;

/**
 * The app's only logger. Lines carry ids and outcomes, never tokens, codes or personal data; the
 * redaction below is a second net under that rule, not the rule itself.
 */
export function log(): pino.Logger {
  instance ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[redacted]',
    },
  });
  return instance;
}

const secretKeys = [
  'accessToken',
  'access_token',
  'refreshToken',
  'refresh_token',
  'authorization',
  'authorization_code',
  'cookie',
  'card_number',
  'card_security_code',
  'account_number',
  'clientSecret',
  'date_of_birth',
  'password',
  'secret',
  'ssn',
  'token',
];
