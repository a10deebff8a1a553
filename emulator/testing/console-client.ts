import { z } from 'zod';

const sms = z.array(z.object({ phone: z.string(), code: z.string(), body: z.string() }));

const mail = z.array(
  z.object({
    id: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    links: z.array(z.string()),
  }),
);

const deliveries = z.array(
  z.object({
    status: z.string(),
    body: z.string(),
    attempts: z.array(
      z.object({ atMs: z.number(), status: z.number().nullable(), note: z.string() }),
    ),
  }),
);

const requests = z.array(
  z.object({
    site: z.string(),
    method: z.string(),
    path: z.string(),
    requestBody: z.string(),
    responseBody: z.string(),
    notes: z.array(z.string()),
  }),
);

/** What tests ask the console for. */
export function consoleClient(hostedUrl: string) {
  const read = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    schema.parse(await (await fetch(`${hostedUrl}/console/api/${path}`)).json());
  return {
    sms: (phone?: string) => read(phone === undefined ? 'sms' : `sms?phone=${phone}`, sms),
    mail: (to?: string) => read(to === undefined ? 'mail' : `mail?to=${to}`, mail),
    deliveries: () => read('deliveries', deliveries),
    requests: () => read('requests', requests),
  };
}
