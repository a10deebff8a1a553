/**
 * The headers of the hosted pages. Partners frame them, so the origins of the registered redirect
 * addresses may; those also have to be form targets, because a browser holds the redirect after a
 * form to the same rule as the form.
 */
export function hostedHeaders(redirectUris: readonly string[]): Record<string, string> {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      `form-action 'self' ${origins}`,
      // The console tries `sdk.js` on this site itself.
      `frame-ancestors ${origins} 'self'`,
    ].join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
