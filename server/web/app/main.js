// Starts the page and shows the view that the address names behind its #.

import { accountView } from "./account.js";
import { adminView } from "./admin.js";
import { ApiError, onSignedOut } from "./api.js";
import { composeView } from "./compose.js";
import { documentView } from "./document.js";
import { documentsView } from "./documents.js";
import { button, element, fill } from "./dom.js";
import { forgetDrafts } from "./drafts.js";
import { t, useLanguage } from "./i18n.js";
import { hush, noticeRegion, sentenceOf, tell } from "./notice.js";
import { printView } from "./print.js";
import { readView } from "./read.js";
import { resultView } from "./result.js";
import { isAdmin, loadServer, loadUser, session, signOut } from "./session.js";
import { takeView } from "./take.js";
import { testView } from "./test.js";
import { testsView } from "./tests.js";
import { applyTheme } from "./theme.js";
import { acceptDrops } from "./uploads.js";
import { joinView, registerView, resetView, signInView, welcomeView } from "./welcome.js";

/**
 * @typedef {{ values: string[], query: URLSearchParams, signal: AbortSignal,
 *   show: (title: string, ...children: import("./dom.js").Child[]) => void }} View
 */

/** @type {[RegExp, string, (view: View) => unknown][]} */
const routes = [
  [/^\/?$/, "documents", documentsView],
  [/^\/documents$/, "documents", documentsView],
  [/^\/documents\/([^/]+)$/, "documents", documentView],
  [/^\/documents\/([^/]+)\/pages\/(\d+)$/, "documents", readView],
  [/^\/tests$/, "tests", testsView],
  [/^\/tests\/new$/, "tests", composeView],
  [/^\/tests\/([^/]+)$/, "tests", testView],
  [/^\/tests\/([^/]+)\/take$/, "tests", takeView],
  [/^\/tests\/([^/]+)\/attempts\/([^/]+)$/, "tests", resultView],
  [/^\/tests\/([^/]+)\/print$/, "tests", printView],
  [/^\/account$/, "account", accountView],
  [/^\/admin$/, "admin", adminView],
];

const header = element("header", { class: "top" });
const main = element("main", { id: "main", tabindex: "-1" });
let current = new AbortController();

/** @param {string} area @param {string} at */
function navigationLink(area, at) {
  return element("a", { href: `#/${area}`, "aria-current": area === at ? "page" : null }, t(`nav.${area}`));
}

/** @param {string} area */
function showHeader(area) {
  const areas = ["documents", "tests", ...(isAdmin() ? ["admin"] : []), "account"];
  fill(
    header,
    element("a", { class: "skip", href: "#main", onclick: skip }, t("skip")),
    element("a", { class: "brand", href: "#/" }, "Examwright"),
    session.user ? element("nav", { "aria-label": t("nav.label") }, ...areas.map((each) => navigationLink(each, area))) : null,
    session.user ? button(t("signOut"), leave, { class: "plain" }) : null,
  );
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  main.focus();
}

async function leave() {
  try {
    await signOut();
    forgetDrafts();
    if (location.hash === "#/") await route();
    else location.hash = "#/";
  } catch (error) {
    tell(sentenceOf(error));
  }
}

/** @param {string[]} [parts] of an address @returns {string[] | null} null: they are no such parts, or garbled */
function decoded(parts) {
  try {
    return parts?.map(decodeURIComponent) ?? null;
  } catch {
    return null;
  }
}

/** @param {string} path */
function chosenView(path) {
  if (session.server.first_run) return { area: "", view: welcomeView, values: path.split("/").slice(2) };
  const [, kind, token] = path.match(/^\/(join|reset)\/([^/]+)$/) ?? [];
  if (token) return { area: "", view: kind === "join" ? joinView : resetView, values: [token] };
  if (!session.user) return { area: "", view: path === "/register" ? registerView : signInView, values: [] };
  for (const [pattern, area, view] of routes) {
    const values = decoded(path.match(pattern)?.slice(1));
    if (values) return { area, view, values };
  }
  return { area: "", view: lostView, values: [] };
}

/** @param {View} view */
function lostView(view) {
  view.show(t("lost.title"), element("p", {}, element("a", { href: "#/documents" }, t("nav.documents"))));
}

let first = true;

/** Shows the view of the address; a change of it ends the one before. */
async function route() {
  current.abort();
  const mine = (current = new AbortController());
  const [path, query] = location.hash.slice(1).split("?");
  const { area, view, values } = chosenView(path);
  hush();
  showHeader(area);
  const moveFocus = !first;
  first = false;
  let shown = false;
  /** @type {View["show"]} */
  const show = (title, ...children) => {
    if (mine.signal.aborted) return;
    const heading = element("h1", { tabindex: "-1", dir: "auto" }, title);
    const focusGoes = shown && main.contains(document.activeElement);
    fill(main, heading, ...children);
    document.title = `${title} · Examwright`;
    if (!shown && moveFocus) {
      window.scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    } else if (focusGoes) heading.focus({ preventScroll: true });
    shown = true;
  };
  const slow = setTimeout(() => shown || mine.signal.aborted || fill(main, element("p", { class: "quiet" }, t("loading"))), 400);
  try {
    await view({ values, query: new URLSearchParams(query), signal: mine.signal, show });
  } catch (error) {
    if (!mine.signal.aborted && !(error instanceof ApiError && error.status === 401)) failed(error, show);
  } finally {
    clearTimeout(slow);
  }
}

/** @param {unknown} error @param {View["show"]} show */
function failed(error, show) {
  const missing = error instanceof ApiError && error.status === 404;
  show(
    t(missing ? "lost.title" : "failed.title"),
    element("p", { dir: "auto" }, sentenceOf(error)),
    missing ? element("a", { href: "#/documents" }, t("nav.documents")) : button(t("again"), route, { class: "primary" }),
  );
}

/** The session has ended: after a new sign-in the same view goes on. */
function askToSignIn() {
  if (!session.user) return;
  session.user = null;
  route();
}

async function start() {
  applyTheme();
  document.body.append(header, main, noticeRegion());
  const language = useLanguage();
  try {
    await Promise.all([language, loadServer(), loadUser()]);
  } catch (error) {
    await language.catch(() => {});
    failed(error, (title, ...children) => fill(main, element("h1", {}, title), ...children.slice(0, 1), button(t("again"), () => location.reload())));
    return;
  }
  onSignedOut(askToSignIn);
  acceptDrops();
  addEventListener("hashchange", route);
  addEventListener("examwright:route", route);
  await route();
}

start();
