// Who uses the page, and of which server.

import { ApiError, call } from "./api.js";

/**
 * @typedef {{ version: string, model: string, offline: boolean, registration: string, needs_setup_token: boolean,
 *   first_run: boolean, languages: string[] }} Server
 * @typedef {{ id: string, email: string, role: string }} User
 */

/** @type {{ server: Server, user: User | null }} */
export const session = {
  server: {
    version: "",
    model: "",
    offline: false,
    registration: "first",
    needs_setup_token: false,
    first_run: false,
    languages: [],
  },
  user: null,
};

export async function loadServer() {
  session.server = (await call("GET", "server")).data;
}

/** Asks who is signed in; nobody, where the cookie is missing or old. */
export async function loadUser() {
  try {
    session.user = (await call("GET", "auth/me", { quiet: true })).data;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    session.user = null;
  }
}

/** @param {string} email @param {string} password */
export async function signIn(email, password) {
  await call("POST", "auth/session", { body: { email, password }, quiet: true });
  await loadUser();
}

export async function signOut() {
  await call("DELETE", "auth/session", { quiet: true });
  session.user = null;
}

/** @param {string} email @param {string} password @param {string} setupToken */
export async function register(email, password, setupToken) {
  const body = setupToken ? { email, password, setup_token: setupToken } : { email, password };
  await call("POST", "auth/register", { body, quiet: true });
  session.server.first_run = false;
  await signIn(email, password);
}

/** @param {string} token of an invitation @param {string} password */
export async function join(token, password) {
  const { data } = await call("POST", "auth/join", { body: { token, password }, quiet: true });
  await signIn(data.email, password);
}

/** @param {string} token of a link for a new password @param {string} password */
export async function resetPassword(token, password) {
  await call("POST", "auth/reset", { body: { token, new_password: password }, quiet: true });
  session.user = null;
}

/** Whether the owner is signed in. */
export function isAdmin() {
  return session.user?.role === "admin";
}
