"use strict";
// Links and controls of the page's HTML without loading the page again, and the hand-over from the HTML that the
// server sent to the one that Streamlit draws. Without it every link and control still works, by a full load.
(() => {
  const root = document.getElementById("root");
  const early = document.getElementById("awal");
  const program = document.getElementById("program");
  const start = () => document.head.append(document.importNode(program.content, true));
  const main = () => document.querySelector('[data-testid="stMain"]');
  let focused = null;
  let wanted = "";

  const go = (url) => {
    if (early?.isConnected || !document.querySelector('[data-test-connection-state="CONNECTED"]')) return location.assign(url);
    history.pushState(null, "", url);
    dispatchEvent(new PopStateEvent("popstate"));
  };

  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form.sp-filters");
    if (!form) return;
    focused = event.target.name;
    const query = new URLSearchParams(new FormData(form));
    go(`${new URL(form.getAttribute("action"), location).pathname}?${query}`);
  });

  document.addEventListener("click", (event) => {
    const copy = event.target.closest?.("[data-copy]");
    if (copy) return copyText(copy);
    const link = event.target.closest?.(".stHtml a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    const leaves = url.origin !== location.origin || link.hasAttribute("download") || link.hreflang || link.target === "_blank";
    if (leaves || !document.querySelector("meta[name=serapan-halaman]")?.content.split(" ").includes(url.pathname)) return;
    if (url.hash && url.pathname === location.pathname && (url.search === location.search || link.getAttribute("href").startsWith("#"))) return;
    event.preventDefault();
    main()?.scrollTo(0, 0);
    wanted = url.hash;
    go(link.href);
  });

  const copyText = async (button) => {
    const field = button.parentElement.querySelector("textarea");
    field.select();
    // Without https browsers have no clipboard of their own.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
    button.dataset.words ??= button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = button.dataset.words), 2000);
  };

  new MutationObserver(() => {
    if (early?.isConnected && root.querySelector(".sp-footer")) {
      const [place, id] = [scrollY, document.activeElement?.id];
      early.remove();
      main()?.scrollTo(0, place);
      if (id) document.getElementById(id)?.focus({ preventScroll: true });
    }
    const target = wanted && root.querySelector(`#${CSS.escape(wanted.slice(1))}`);
    if (target) {
      target.scrollIntoView();
      wanted = "";
    }
    if (focused) {
      const control = root.querySelector(`form.sp-filters select[name="${focused}"]`);
      if (control && document.activeElement !== control && document.activeElement === document.body) control.focus({ preventScroll: true });
    }
  }).observe(root, { childList: true, subtree: true });
  // Charts are drawn in the colours of the reader's theme; on paper they stay as they are.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!early?.isConnected && !matchMedia("print").matches) dispatchEvent(new PopStateEvent("popstate"));
  });
  // Back before a changed control has redrawn the page: it shows again what the page shows.
  addEventListener("popstate", (event) => event.isTrusted && root.querySelector("form.sp-filters")?.reset());
  // Streamlit asks whether its server is there, and for settings, before it opens its session. This page has just come
  // from there and brings the answers along; asked again, after a break, the server answers.
  if (early) {
    const answers = JSON.parse(program.dataset.answers);
    const fetching = window.fetch;
    window.fetch = (resource, options) => {
      const { pathname } = new URL(resource.url ?? resource, location);
      const answer = answers[pathname];
      delete answers[pathname];
      return answer === undefined ? fetching(resource, options) : Promise.resolve(new Response(answer));
    };
  }
  // A page that nobody sees is not painted; without an early page there is nothing to wait for.
  if (early && !document.hidden) requestAnimationFrame(() => setTimeout(start));
  else start();
  document.addEventListener("pointerdown", () => (focused = null));
  document.addEventListener("keydown", (event) => event.key === "Tab" && (focused = null));
})();
