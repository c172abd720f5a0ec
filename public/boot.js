"use strict";
// Runs in the head, before the first paint: looks first, then every fetch the first page needs, all at once.
// The app finds the answers in `globalThis.__early`. Nothing in here may throw: a stored value can be missing or forbidden.
(() => {
  const page = document.documentElement;
  const { js, wasm, edition } = document.currentScript.dataset;

  const stored = (key, allowed) => {
    try {
      const value = localStorage.getItem(key);
      return allowed.includes(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  const quietly = (promise) => {
    promise.catch(() => {});
    return promise;
  };
  // The same limit as the app's own requests have. It ends when the whole answer is here, however late the app takes it.
  const json = (path) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException("no answer", "TimeoutError")), 30_000);
    const answer = fetch(path, {
      headers: { accept: "application/json" },
      credentials: "same-origin",
      signal: limit.signal,
    });
    quietly(answer.then((response) => response.clone().blob()).finally(() => clearTimeout(timer)));
    return quietly(answer);
  };

  const theme = stored("yasno.theme", ["light", "dark"]);
  if (theme) page.dataset.theme = theme;
  const size = stored("yasno.text", ["large", "larger"]);
  if (size) page.dataset.text = size;

  const languages = ["bg", "en", "ru", "kk"];
  const preferred = (navigator.languages ?? []).map((tag) => tag.toLowerCase().split("-")[0]);
  const lang = stored("yasno.lang", languages) ?? preferred.find((code) => languages.includes(code)) ?? "bg";
  page.lang = lang;

  const module = quietly(fetch(wasm));
  const code = quietly(import(js));
  globalThis.__early = {
    lang,
    edition,
    texts: json(`/locales/${lang}/shell${edition}.json`),
    session: json("/api/v1/session"),
    documents: json("/api/v1/documents"),
  };

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  const notices = parsed.then(() => {
    const box = document.getElementById("boot-failed");
    for (const notice of box?.querySelectorAll("[lang]") ?? []) notice.hidden = notice.lang !== lang;
    return box;
  });

  // The app did not come, or broke down: say so instead of leaving an empty or dead page.
  const failed = async (error) => {
    console.error(error);
    const box = await notices;
    document.getElementById("boot-skeleton")?.setAttribute("hidden", "");
    if (!box) return;
    box.hidden = false;
    box.scrollIntoView();
  };
  const broken = (error) => {
    if (error instanceof WebAssembly.RuntimeError) failed(error);
  };
  addEventListener("error", (event) => broken(event.error));
  addEventListener("unhandledrejection", (event) => broken(event.reason));

  // The app mounts into the body, so the body has to be there.
  Promise.all([code, parsed])
    .then(([app]) => app.default({ module_or_path: module }))
    .catch(failed);
})();
