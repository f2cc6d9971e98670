import { APPROVER_ROLE_LABEL, SPENDING_STATE_LABEL, type ApprovalView, type SpendingRowView, type SpendingState, type SpendingView } from '@contract';
import type { TagTone } from '@/components/tag/tag';

const TONES: Readonly<Record<SpendingState, TagTone>> = { asked: 'ochre', approved: 'accent', refused: 'plain', withdrawn: 'plain', paid: 'green' };

/** Pure: how a spending stands, as a tag. */
export function spendingTag({ state, isMyTurn }: Pick<SpendingRowView, 'state' | 'isMyTurn'>): { readonly tone: TagTone; readonly text: string } {
  if (isMyTurn) return { tone: 'accent', text: state === 'approved' ? '等您记付款' : '等您看' };
  return { tone: TONES[state], text: SPENDING_STATE_LABEL[state] };
}

/** Pure: what comes next, in a sentence; empty at an end. */
export function nextWords({ state, waitsText, hasAgent, approvalsNeeded }: Pick<SpendingView, 'state' | 'waitsText' | 'hasAgent' | 'approvalsNeeded'>): string {
  if (state === 'asked') return `${waitsText}。要 ${approvalsNeeded} 位不同的人同意${hasAgent ? '，其中一位是街道代理会计' : ''}；提的人和收款的人都不能点。`;
  return state === 'approved' ? '都同意了。从账上付出去以后，在这里记下凭证号。' : '';
}

/** Pure: who said yes, by role; by name as well for those who work on it. */
export function approvalWords({ role, name, isMine }: Pick<ApprovalView, 'role' | 'name' | 'isMine'>): string {
  const who = isMine ? '（您）' : name === null ? '' : ` ${name}`;
  return `${APPROVER_ROLE_LABEL[role]}${who}`;
}

/** Pure: what an approver looks at before a yes. */
export const LOOK_AT = ['收据上的金额、日期、抬头对得上', '买的东西就是说好的事，在用途表里', '收款的不是自己人，也不是您自己'] as const;
