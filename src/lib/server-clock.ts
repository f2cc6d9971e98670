/**
 * The server's clock as this phone knows it. Deadlines are told by it, because a phone's own clock may be wrong by
 * hours and the preview travels in time.
 */
let offsetMs = 0;

/** Notes what the server's clock said in a reply that has just arrived; ms since 1970. */
export function noteServerNow(serverMs: number): void {
  offsetMs = serverMs - Date.now();
}

/** Now by the server's clock, ms since 1970. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
