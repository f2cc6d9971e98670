import type { HandoverCodeView } from '@contract';
import { useDraft } from '@/lib/drafts';
import { serverNowMs } from '@/lib/server-clock';

const NONE: HandoverCodeView = { code: '', expiresAtMs: 0, tries: 0 };

/** The code this phone was given for a claim, kept on it until it runs out: asking again would make the old one worthless. */
export function useIssuedCode(claimId: string) {
  const draft = useDraft(`handover.code.${claimId}`, NONE);
  const view = draft.value.code !== '' && draft.value.expiresAtMs > serverNowMs() ? draft.value : null;
  return { view, keep: draft.change };
}
