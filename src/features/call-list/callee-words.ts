import type { CalleeNumberView, CalleeView, CallOutcome } from '@contract';
import { formatMoment } from '@/lib/format';

const DAY_MS = 86_400_000;

/** Pure: "等了 2 天". Nobody is on the list sooner than a day. */
export const waitedText = (sinceMs: number, nowMs: number): string => `等了 ${Math.max(1, Math.floor((nowMs - sinceMs) / DAY_MS))} 天`;

export const OUTCOME_WORDS: Readonly<Record<CallOutcome, string>> = { answered: '接了', noAnswer: '没人接', later: '改天再打' };

/** Pure: who called last and what came of it. */
export const lastCallText = ({ last }: Pick<CalleeView, 'last'>, nowMs: number): string => (last === null ? '' : `${formatMoment(last.atMs, nowMs)} ${last.byName}打过：${OUTCOME_WORDS[last.outcome]}`);

/** Pure: said once a call is written down. */
export const doneText = (outcome: CallOutcome): string => (outcome === 'answered' ? '记下了，这件不用再打' : '记下了，明早 9 点再排上来');

export const SOURCE_WORDS: Readonly<Record<CalleeNumberView['source'], string>> = { paper: '社区登记的电话', claim: '办这件事时留的电话', shift: '报名时留的电话' };

/** Pure: why somebody stands in front; nothing about their age, which nobody asked. */
export const calleeTag = ({ isOnPaper, isCaredFor }: Pick<CalleeView, 'isOnPaper' | 'isCaredFor'>): string => (isOnPaper ? '没有微信' : isCaredFor ? '先打' : '');
