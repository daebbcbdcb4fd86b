// What another tab or another device has changed meanwhile is not overwritten in silence.

import { ApiError, call } from "./api.js";
import { t } from "./i18n.js";

/** What is shown here is not so any more. */
export class Outdated extends Error {
  constructor() {
    super(t("test.changed"));
  }
}

/** @param {unknown} error */
export function isOutdated(error) {
  return error instanceof Outdated || (error instanceof ApiError && error.status === 412);
}

/** @param {unknown} error */
export function isGone(error) {
  return error instanceof ApiError && error.status === 404;
}

/**
 * Changes a test, if what is shown of it is still so.
 * @param {string} testId
 * @param {(test: any) => boolean} isShown
 * @param {string} path
 * @param {unknown} body
 */
export async function changeTest(testId, isShown, path, body) {
  const { data, etag } = await call("GET", `tests/${testId}`);
  if (!isShown(data)) throw new Outdated();
  return call("PATCH", path, { body, ifMatch: etag });
}
