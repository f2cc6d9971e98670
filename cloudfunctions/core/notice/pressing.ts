import type { NoticeTarget } from '@contract';

/**
 * Lines of the inbox on which something hangs for somebody else or that run out: a question about one's wish, what arrived,
 * what was promised, a seat. Being asked how it was, or whether thanks may be shown, can wait for ever and nobody is called.
 */
const PRESSING: ReadonlySet<NoticeTarget['page']> = new Set<NoticeTarget['page']>(['wishAnswer', 'wishConfirm', 'claimPlan', 'claimDeliver', 'handoverCode', 'dispute', 'shift', 'mySchedule', 'serviceRecord', 'myPledges', 'gifts', 'matchProposals', 'matchComing']);

/** Pure: whether somebody may be called about a line that asks this of them. */
export const isPressing = ({ page }: Pick<NoticeTarget, 'page'>): boolean => PRESSING.has(page);
