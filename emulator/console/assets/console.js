// Keeps the open page up to date, and makes the copy buttons work. Without it a reload does.

const pulse = document.querySelector('#pulse');
const pulseText = document.querySelector('.pulse-text');

function showCopyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button !== null) void copy(button);
});

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = label;
  }, 1200);
}

let isBusy = false;
let isStale = false;

async function refresh() {
  if (isBusy) {
    isStale = true;
    return;
  }
  isBusy = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    replaceMain(page.querySelector('main'));
  } finally {
    isBusy = false;
  }
  if (isStale) {
    isStale = false;
    await refresh();
  }
}

// What the person has opened, focused, selected or typed stays as it is.
function replaceMain(fresh) {
  const main = document.querySelector('main');
  if (fresh === null || !getSelection().isCollapsed || isBeingFilledIn(main)) return;
  for (const details of main.querySelectorAll('details[open]')) {
    const twin = fresh.querySelector(`#${CSS.escape(details.id)}`);
    if (twin !== null) twin.open = true;
  }
  const focused = placeOf(document.activeElement);
  main.replaceChildren(...fresh.childNodes);
  showCopyButtons();
  if (focused !== null) document.querySelector(focused)?.focus({ preventScroll: true });
}

function isBeingFilledIn(main) {
  if (document.activeElement.matches('main :is(input, select, textarea)')) return true;
  return [...main.querySelectorAll('input, textarea, option')].some((field) =>
    field instanceof HTMLOptionElement
      ? field.selected !== field.defaultSelected && field.index > 0
      : field.value !== field.defaultValue,
  );
}

// Where to find the same thing in the page that takes this one's place.
function placeOf(element) {
  const details = element.closest('main details');
  const within = details === null ? 'main ' : `#${CSS.escape(details.id)} `;
  if (element.matches('main summary')) return `${within}summary`;
  if (element.matches('main a[href]')) {
    return `${within}a[href="${CSS.escape(element.getAttribute('href'))}"]`;
  }
  if (element.matches('main [data-copy]')) {
    return `${within}[data-copy="${CSS.escape(element.dataset.copy)}"]`;
  }
  const form = element.closest('main form');
  if (form === null) return null;
  return `${within}form[action="${CSS.escape(form.getAttribute('action'))}"] button`;
}

// What was held back while somebody filled in a form is made up for.
document.addEventListener('focusout', () => {
  setTimeout(() => {
    if (parts.length > 0 && !isBeingFilledIn(document.querySelector('main'))) void refresh();
  });
});

const parts = document.querySelector('main').dataset.live.split(' ').filter(Boolean);
if (parts.length > 0) {
  const events = new EventSource('/console/events');
  let wasOpen = false;
  events.onopen = () => {
    pulse.className = 'pulse is-live';
    pulseText.textContent = 'Live';
    if (wasOpen) void refresh();
    wasOpen = true;
  };
  events.onerror = () => {
    pulse.className = 'pulse is-lost';
    pulseText.textContent = 'Emulator not reachable';
  };
  events.onmessage = (event) => {
    if (JSON.parse(event.data).some((part) => parts.includes(part))) void refresh();
  };
  // An open stream would keep the page out of the back/forward cache, and one connection in use.
  window.addEventListener('pagehide', () => events.close());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
} else {
  pulse.hidden = true;
}

// A link to one webhook opens it.
const linked = location.hash === '' ? null : document.querySelector(location.hash);
if (linked instanceof HTMLDetailsElement) linked.open = true;

showCopyButtons();

// On a narrow screen the tabs scroll, and the current one may be out of sight.
document
  .querySelector('nav [aria-current]')
  ?.scrollIntoView({ block: 'nearest', inline: 'center' });
