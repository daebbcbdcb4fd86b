// Calls of the server. Paths are relative to the page, so that it works under any base path.

import { t } from "./i18n.js";

/** An answer that is not what was asked for: `detail` is a sentence for people. Status 0: no answer. */
export class ApiError extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** @typedef {{ data: any, etag: string | null, date: number }} Answer */

/** @type {() => void} */
let signedOut = () => {};

/** @param {() => void} listener */
export function onSignedOut(listener) {
  signedOut = listener;
}

/** @param {number} status @param {string} text */
function problemOf(status, text) {
  try {
    const { detail } = JSON.parse(text);
    if (detail) return new ApiError(status, detail);
  } catch {
    // A proxy's page, perhaps.
  }
  return new ApiError(status, t("error.status", { status: String(status) }));
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{ body?: unknown, ifMatch?: string | null, signal?: AbortSignal, quiet?: boolean }} [options]
 * @returns {Promise<Answer>}
 */
export async function call(method, path, { body, ifMatch, signal, quiet } = {}) {
  /** @type {Record<string, string>} */
  const headers = {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (ifMatch) headers["If-Match"] = ifMatch;
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, t("error.network"));
  }
  const text = await response.text().catch(() => "");
  if (response.status === 401 && !quiet) signedOut();
  if (!response.ok) throw problemOf(response.status, text);
  return {
    data: text ? JSON.parse(text) : null,
    etag: response.headers.get("ETag"),
    date: Date.parse(response.headers.get("Date") ?? "") || Date.now(),
  };
}

/** @param {string} path @param {AbortSignal} [signal] */
export async function get(path, signal) {
  const answer = await call("GET", path, { signal });
  return answer.data;
}

/**
 * All items of a list, a hundred at a time.
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<any[]>}
 */
export async function getAll(path, signal) {
  /** @type {any[]} */
  const items = [];
  for (;;) {
    const page = await get(`${path}?limit=100&offset=${items.length}`, signal);
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) return items;
  }
}

/**
 * Sends a file and tells of the progress; fetch can't do that.
 * @param {string} path
 * @param {File} file
 * @param {(part: number) => void} progress
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function upload(path, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, t("error.upload")));
    request.onabort = () => reject(new ApiError(0, t("error.upload")));
    request.onload = () => {
      if (request.status === 401) signedOut();
      if (request.status === 201) resolve(JSON.parse(request.responseText));
      else reject(problemOf(request.status, request.responseText));
    };
    signal?.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
