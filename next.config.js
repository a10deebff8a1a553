/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Type checking is `tsc`'s own step in `npm test`.
  typescript: { ignoreBuildErrors: true },
  // These read files of their own at run time, so they stay outside the bundle.
  serverExternalPackages: ['pg', 'pino', 'nodemailer', 'graphile-worker'],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // The redirect from Astra's pages comes back inside our own frame.
    ...['/api/astra/callback', '/astra/:path*'].map((source) => ({
      source,
      headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }],
    })),
    // Its address holds an authorization code, which not even our own next page needs to see.
    {
      source: '/api/astra/callback',
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    },
  ],
};

/** What does not differ between responses. The content security policy is set in `proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Addresses of ours are nobody else's business. (`no-referrer` would also blank the `Origin` of
  // plain form posts, by which Next knows that they are our own.)
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
];
