import { NextResponse } from 'next/server';

/** Passes over routes, as ours does. */
export function proxy(): NextResponse {
  return NextResponse.next();
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static/|_next/image|icon\\.svg$|favicon\\.ico$).*)' }],
};
