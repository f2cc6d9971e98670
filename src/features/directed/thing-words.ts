import { type DirectedThingView, THING_STATE_LABEL, type ThingKind, type ThingState } from '@contract';
import { formatDate, joinWords } from '@/lib/format';

const SERVICE_LABEL: Readonly<Record<ThingState, string>> = { waiting: '还没做', handed: '说是做了，等社区看', received: '做到了', off: '不做了' };

/** A service is done and seen where a thing is brought and counted. */
export const thingTag = ({ kind, state }: Pick<DirectedThingView, 'kind' | 'state'>): string => (kind === 'goods' ? THING_STATE_LABEL : SERVICE_LABEL)[state];

/** "大米 20 袋" */
export const thingName = ({ text, count, unit }: Pick<DirectedThingView, 'text' | 'count' | 'unit'>): string => `${text} ${count} ${unit}`;

const VERBS: Readonly<Record<ThingKind, { readonly handed: string; readonly received: string }>> = { goods: { handed: '交的', received: '点收' }, service: { handed: '做的', received: '看过，做了' } };

const withNote = (words: string, note: string): string => (note === '' ? words : `${words}：${note}`);

/** What became of one thing, a sentence each; none while it waits. */
export function thingLines({ kind, state, count, unit, handedAtMs, handedNote, receivedCount, receivedAtMs, note }: Omit<DirectedThingView, 'thingId' | 'text' | 'canHandOver' | 'canReceive' | 'canCallOff'>, nowMs: number): readonly string[] {
  const handed = handedAtMs === null ? '' : withNote(`${formatDate(handedAtMs, nowMs)}${VERBS[kind].handed}`, handedNote);
  const counted = receivedCount === null ? '' : `${joinWords(VERBS[kind].received, `${receivedCount} ${unit}`)}${receivedCount < count ? `，说好 ${count} ${unit}` : ''}`;
  const received = receivedAtMs === null || counted === '' ? '' : withNote(`${formatDate(receivedAtMs, nowMs)}${counted}`, note);
  const off = state === 'off' && note !== '' ? `为什么：${note}` : '';
  return [handed, received, off].filter((line) => line !== '');
}

/** What staff typed as counted; null when it is no number from nought to what was promised. */
export function countedOf(text: string, promised: number): number | null {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return count >= 0 && count <= promised ? count : null;
}
