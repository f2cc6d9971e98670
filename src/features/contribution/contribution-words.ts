import type { ContributionState, ContributionView, RefundReason } from '@contract';
import type { NoticeTone } from '@/components/notice/notice';
import type { TagTone } from '@/components/tag/tag';
import { formatClock, formatDate, formatMoney } from '@/lib/format';
import type { IconName } from '@/drawings';

interface Look {
  readonly tone: TagTone;
  readonly icon: IconName;
  readonly words: string;
}

const LOOKS: Readonly<Record<ContributionState, Look>> = {
  ordered: { tone: 'ochre', icon: 'clock', words: '还没付' },
  paid: { tone: 'green', icon: 'check', words: '收到了' },
  closed: { tone: 'plain', icon: 'close', words: '没有付' },
  refunding: { tone: 'ochre', icon: 'refresh', words: '正在退' },
  refunded: { tone: 'plain', icon: 'check', words: '退回了' },
  refundStuck: { tone: 'ochre', icon: 'clock', words: '在想办法退' },
  entered: { tone: 'ochre', icon: 'clock', words: '等另一位核对' },
  confirmed: { tone: 'green', icon: 'check', words: '收到了' },
  refused: { tone: 'plain', icon: 'close', words: '没记成' },
  returning: { tone: 'ochre', icon: 'refresh', words: '等您来取' },
  returned: { tone: 'plain', icon: 'check', words: '退回了' },
};

export const contributionTag = (state: ContributionState): Look => LOOKS[state];

const WHY_BACK: Readonly<Record<RefundReason, string>> = {
  missed: '到期没筹够',
  cancelled: '这件事取消了',
  late: '到的时候已经截止了',
  mismatch: '付的和单子对不上',
};

/** "到期没筹够，"; empty where nothing is said. */
const because = ({ lane, refundReason: reason }: Pick<ContributionView, 'lane' | 'refundReason'>): string => (reason === null ? '' : `${reason === 'missed' && lane === 'directed' ? '到期没付齐' : WHY_BACK[reason]}，`);

type Told = Pick<ContributionView, 'lane' | 'state' | 'amountFen' | 'orderEndsAtMs' | 'paidAtMs' | 'refundedAtMs' | 'refundReason' | 'entityName' | 'matchedFen'>;

function paidNote({ lane, matchedFen }: Told): string {
  if (lane === 'directed') return '付齐了才开始用，花的每一笔您都看得到。到期没付齐，原路退回。';
  return matchedFen === null ? '账本里马上多一笔。到期不够，原路退回。' : `商户还配了 ${formatMoney(matchedFen)}。到期不够，您的原路退回。`;
}

/** What is so now, and what comes next. `isAsking`: WeChat is being asked whether it was paid. */
export function contributionNews(told: Told, nowMs: number, isAsking: boolean): { readonly tone: NoticeTone; readonly title: string; readonly note: string } {
  const sum = formatMoney(told.amountFen);
  const back = because(told);
  switch (told.state) {
    case 'ordered': return isAsking ? { tone: 'info', title: '在等微信的回音', note: '付过了就放心，钱到了这里马上变。可以先离开。' } : { tone: 'warn', title: `这一单给您留到 ${formatClock(told.orderEndsAtMs)}`, note: '接着付还是这一单，不会付两回。过了时间自己关掉，不扣钱。' };
    case 'paid':
    case 'confirmed': return { tone: 'good', title: `${told.entityName}收到了，谢谢您`, note: paidNote(told) };
    case 'closed': return { tone: 'info', title: '没有付，这一单关了', note: '没扣钱。想出的话，再来一次就行。' };
    case 'refunding': return { tone: 'warn', title: `${sum} 正在退给您`, note: `${back}原路退回，不用申请。一般很快就到，最晚几天。` };
    case 'refundStuck': return { tone: 'warn', title: `${sum} 还没退成`, note: `${back}微信眼下退不出来。社区知道了，每天都在试，不会少您的。` };
    case 'refunded': return { tone: 'good', title: `${sum} 退回给您了`, note: `${back}${told.refundedAtMs === null ? '' : `${formatDate(told.refundedAtMs, nowMs)}`}原路退回，一分不少。` };
    case 'entered': return { tone: 'info', title: '现金交了，等另一位工作人员核对', note: '两个人都看过，才进账本。' };
    case 'refused': return { tone: 'warn', title: '这笔现金没记成', note: '核对的人说不对，请找社区问问。' };
    case 'returning': return { tone: 'warn', title: `${sum} 等您到社区来取`, note: `${back}现金当面退，带上收据。` };
    case 'returned': return { tone: 'good', title: `${sum} 现金退给您了`, note: `${back}当面点清了。` };
  }
}

/** There is a receipt as soon as the money came. */
export const hasReceipt = ({ receiptNo, state }: Pick<ContributionView, 'receiptNo' | 'state'>): boolean => receiptNo !== null && state !== 'entered' && state !== 'refused';

/** Money of theirs that went back, as rows may be looked at. */
export const isBack = (state: ContributionState): boolean => state === 'refunding' || state === 'refunded' || state === 'refundStuck' || state === 'returning' || state === 'returned';
