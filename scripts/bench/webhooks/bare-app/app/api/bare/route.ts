/** The yardstick: the least that a route of Next can do with a delivery. */
export async function POST(request: Request): Promise<Response> {
  await request.arrayBuffer();
  return Response.json({ receipt: 'stored' });
}
