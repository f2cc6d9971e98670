/** The numbers of WeChat groups and of what is brought there (RULES.md section 7); part of `RULES`. */
import { DAY_MS } from './kernel/clock';

export const GROUP_RULES = {
  group: {
    /** Bound groups of one owner; a busy one has six (UX.md). */
    perOwner: 20,
    /** Owners of one group; bounds the document. */
    owners: 5,
    /** Section 7, several owners: an invitation is good for so long, once. */
    inviteMs: 7 * DAY_MS,
    inviteDigits: 8,
    /** Bound groups that staff of a community see. */
    listed: 100,
  },
  share: {
    /** Letters of a code; 31^8, and a scene of WeChat holds 32 characters (wxacode.getUnlimited). */
    codeLetters: 8,
    codeTries: 2,
    /** Personal Information Protection Law Art. 19: who opened a thing is kept while it is counted, and so long it is. */
    countedMs: 90 * DAY_MS,
    /** An open says that there is something to count unless somebody did within so long… */
    noteMs: 30_000,
    /** … and it is counted so long after that; longer than `noteMs` and the time a call may take together. */
    countMs: 60_000,
    /** Things of one group that are shown, the newest first. */
    listed: 50,
    /** Opens of one thing by one person that are looked at: a group each. */
    opensRead: 20,
    /** Of what is near a group: so many of a kind are read, so many of them shown. */
    nearRead: 20,
    nearShown: 8,
    /** How a thing stands is remembered by an instance so long: two thousand may open its card in a minute. */
    sureMs: 30_000,
    sureOf: 100,
  },
} as const;
