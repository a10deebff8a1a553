/** Marks the repeated request, so that a person without a session is not sent round in circles. */
const marker = 'same_site';

/** True when this request was already repeated from our own site. */
export function tookSameSiteStep(url: URL): boolean {
  return url.searchParams.has(marker);
}

/**
 * A page that repeats the request it answers. The browser then sees our own site as the one that
 * navigates, and sends the cookies that it left out before. It needs no script, shows nothing, and
 * may be framed by this app alone.
 */
export function sameSiteStep(url: URL): Response {
  const again = new URL(url);
  again.searchParams.set(marker, '1');
  // A path of our own: whatever the address holds, this cannot lead to another site. Two slashes at
  // its beginning would: they mean "the host of this name".
  const path = again.pathname.replace(/^\/+/, '/');
  const target = escapeAttribute(path + again.search);
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="refresh" content="0;url=${target}">
    <title>Returning</title>
  </head>
  <body><a href="${target}">Continue</a></body>
</html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'self'; base-uri 'none'",
      'cache-control': 'no-store',
    },
  });
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
