import type { ApiContract } from '@contract';
import { parseYuan } from '@/lib/format';
import type { PhotoDraft } from '@/lib/use-photo-uploads';

type PayeeInput = ApiContract['spending.ask']['input']['payee'];

/** What is written of a spending before it is asked for; kept on the phone. */
export interface AskDraft {
  readonly photos: readonly PhotoDraft[];
  readonly useKey: string;
  readonly text: string;
  readonly yuan: string;
  readonly payeeKind: PayeeInput['kind'];
  readonly payeeName: string;
  readonly payeeCode: string;
}

export const EMPTY_ASK: AskDraft = { photos: [], useKey: '', text: '', yuan: '', payeeKind: 'organisation', payeeName: '', payeeCode: '' };

const CODE_CHARACTERS = 8;
const cleanCode = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

/** Pure: whom it is paid to, as the server takes it. */
export function payeeOf({ payeeKind, payeeName, payeeCode }: Pick<AskDraft, 'payeeKind' | 'payeeName' | 'payeeCode'>): PayeeInput {
  if (payeeKind === 'me') return { kind: 'me' };
  return payeeKind === 'neighbour' ? { kind: 'neighbour', code: cleanCode(payeeCode) } : { kind: payeeKind, name: payeeName.trim() };
}

const payeeProblem = ({ payeeKind, payeeName, payeeCode }: AskDraft): string => {
  if (payeeKind === 'me') return '';
  if (payeeKind === 'neighbour') return cleanCode(payeeCode).length === CODE_CHARACTERS ? '' : '邻居的编号是 8 位';
  return payeeName.trim() === '' ? '写一下付给谁' : '';
};

const moneyProblem = (yuan: string, fundsLeftFen: number): string => {
  const amountFen = parseYuan(yuan);
  if (amountFen === null || amountFen < 1) return '金额填到分，要大于 0';
  return amountFen > fundsLeftFen ? '剩下的钱不够这一笔' : '';
};

/** Pure: the first thing that stands in the way, in the order of the form; empty when nothing does. */
export function askProblem(draft: AskDraft, { fundsLeftFen, isSending, photoCount }: { readonly fundsLeftFen: number; readonly isSending: boolean; readonly photoCount: number }): string {
  if (isSending) return '照片还在传';
  if (photoCount === 0) return '先拍收据';
  if (draft.useKey === '') return '选一项用途';
  if (draft.text.trim() === '') return '写一句买了什么';
  return moneyProblem(draft.yuan, fundsLeftFen) || payeeProblem(draft);
}
