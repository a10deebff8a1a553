'use client';

/** The last resort, when even the surrounding layout failed: it can rely on nothing. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>That did not work</title>
      </head>
      <body>
        <main>
          <h1>That did not work</h1>
          <p>Something went wrong on our side. Please reload the page.</p>
        </main>
      </body>
    </html>
  );
}
