import { z } from 'zod';

/** Asks a running emulator for one of its commands, as a test's program would. */
export async function control(
  emulator: { readonly hostedUrl: string },
  name: string,
  parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const answer = await ask(emulator, name, parameters);
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return z.record(z.string(), z.unknown()).parse(answer.body);
}

/** As `control`, for answers that are lists or refusals. */
export async function ask(
  emulator: { readonly hostedUrl: string },
  name: string,
  parameters: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const path = name.replaceAll(' ', '/');
  const response = await fetch(`${emulator.hostedUrl}/console/api/control/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('<') ? text : JSON.parse(text) };
}

/** Waits until everything that is due now has happened, webhooks included. */
export function settled(emulator: { readonly hostedUrl: string }): Promise<unknown> {
  return control(emulator, 'clock advance', { to: '0s' });
}
