// A test: how far it is while it is made, its questions afterwards.

import { call } from "./api.js";
import { liveView } from "./live.js";
import { reviewView } from "./review.js";
import { isUnfinished } from "./words.js";

/** @param {import("./main.js").View} view */
export async function testView(view) {
  const path = `tests/${view.values[0]}`;
  let answer = await call("GET", path, { signal: view.signal });
  if (isUnfinished(answer.data)) {
    await liveView(view, answer);
    if (view.signal.aborted) return;
    answer = await call("GET", path, { signal: view.signal });
  }
  await reviewView(view, answer.data);
}
