import { LESS_TEXT } from '@contract';
import { chinaDateText } from '../kernel/clock';
import type { Grant } from './decide-earning';

/** Pure: what an earning brought and when it comes, to whoever did it; also why it was less. */
export const earnedText = ({ points, reason }: Pick<Grant, 'points' | 'reason'>, dueAtMs: number): string => {
  const why = reason === null ? '' : LESS_TEXT[reason];
  if (points === 0) return `这次没有积分：${why}。`;
  return `记 ${points} 分，${chinaDateText(dueAtMs)} 到账${why === '' ? '' : `（${why}）`}。`;
};
