// Answers on their way to the server: each is stored by itself, and what isn't stored yet is kept and sent again.

import { ApiError, call } from "./api.js";
import { keep, read, t } from "./i18n.js";
import { sentenceOf } from "./notice.js";

/**
 * @param {string} attemptId
 * @param {(sentence: string) => void} tell how it is with the answers
 * @param {AbortSignal} signal
 */
export function answerQueue(attemptId, tell, signal) {
  const name = `answers:${attemptId}`;
  /** @type {Record<string, string>} */
  let pending = {};
  try {
    pending = JSON.parse(read(name) ?? "{}");
  } catch {
    // Nothing that could be read was kept.
  }
  /** @type {Promise<void> | null} */
  let sending = null;

  function remember() {
    keep(name, Object.keys(pending).length > 0 ? JSON.stringify(pending) : null);
  }

  /** Resolves to why it was refused, if it was. @param {string} question @param {string} option */
  async function store(question, option) {
    let refusal = "";
    try {
      await call("PUT", `attempts/${attemptId}/answers/${question}`, { body: { option } });
    } catch (error) {
      // What the server refuses for good is not sent for ever.
      if (!(error instanceof ApiError) || error.status === 0 || error.status >= 429 || error.status === 401) throw error;
      refusal = sentenceOf(error);
    }
    if (pending[question] === option) delete pending[question];
    remember();
    return refusal;
  }

  async function sendAll() {
    let refusal = "";
    for (let wait = 1000; ; wait = Math.min(2 * wait, 8000)) {
      try {
        for (let [next] = Object.entries(pending); next; [next] = Object.entries(pending)) refusal = (await store(...next)) || refusal;
        return tell(refusal || t("take.saved"));
      } catch {
        tell(t("take.waiting"));
        await new Promise((resolve) => {
          setTimeout(resolve, wait);
          addEventListener("online", resolve, { once: true });
        });
        if (signal.aborted) return;
      }
    }
  }

  function send() {
    sending ??= sendAll().finally(() => (sending = null));
    return sending;
  }

  if (Object.keys(pending).length > 0) send();
  return {
    pending,
    /** @param {string} question @param {string} option */
    put(question, option) {
      pending[question] = option;
      remember();
      tell(t("take.saving"));
      send();
    },
    /** Resolves when the server has all of them. */
    async settle() {
      while (Object.keys(pending).length > 0 && !signal.aborted) await send();
    },
  };
}
