// Asks again and again while the page is seen, and not while it is hidden.

/** @param {number} milliseconds @param {AbortSignal} signal */
function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve(undefined)), { once: true });
  });
}

/** @param {AbortSignal} signal */
function seen(signal) {
  return new Promise((resolve) => {
    if (!document.hidden) return resolve(undefined);
    const look = () => document.hidden || resolve(undefined);
    document.addEventListener("visibilitychange", look, { signal });
    signal.addEventListener("abort", resolve, { once: true });
  });
}

/**
 * @param {() => Promise<boolean>} ask false: that was the last time
 * @param {number} milliseconds between two of them
 * @param {AbortSignal} signal
 */
export async function poll(ask, milliseconds, signal) {
  while (!signal.aborted) {
    await seen(signal);
    if (signal.aborted || !(await ask())) return;
    await pause(milliseconds, signal);
  }
}
