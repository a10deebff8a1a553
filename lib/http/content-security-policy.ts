type PolicyOptions = {
  nonce: string;
  /** The one foreign origin that a page of ours embeds. */
  hostedPagesOrigin: string;
  framedByOurselves: boolean;
  /** The one foreign origin that a page of ours sends something to; null for nearly all pages. */
  secureHostOrigin: string | null;
  /** Hot reload needs `eval` and a socket. */
  isDevelopment: boolean;
};

/** The content security policy of our pages: our own scripts by nonce, and one foreign frame. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const { nonce, hostedPagesOrigin, framedByOurselves, secureHostOrigin, isDevelopment } = options;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${secureHostOrigin ? ` ${secureHostOrigin}` : ''}${isDevelopment ? ' ws:' : ''}`,
    // The redirect back puts a page of ours into the frame.
    `frame-src 'self' ${hostedPagesOrigin}`,
    `frame-ancestors ${framedByOurselves ? "'self'" : "'none'"}`,
    "form-action 'self'",
    "base-uri 'none'",
    "manifest-src 'self'",
    "object-src 'none'",
  ].join('; ');
}
