import type { FindingView, ProofView } from '@contract';

/** How a night's proof is told in one line. */
export const proofLine = ({ state, wrong }: Pick<ProofView, 'state' | 'wrong'>): string => {
  switch (state) {
    case 'right': return '都对得上';
    case 'wrong': return `有 ${wrong} 处对不上`;
    case 'unquiet': return '每一户对得上，合计没赶上安静的时候';
    case 'running': return '正在核对';
    default: {
      const never: never = state;
      return never;
    }
  }
};

export const PROOF_TONE = { right: 'green', wrong: 'accent', unquiet: 'ochre', running: 'plain' } as const satisfies Readonly<Record<ProofView['state'], string>>;

/** What was gone through, so that nobody takes "all right" on trust. */
export const proofScope = ({ accounts, transfers, books, folds }: Pick<ProofView, 'accounts' | 'transfers' | 'books' | 'folds'>): string =>
  `看了 ${accounts} 个账户、${transfers} 笔流水，公共账 ${books} 本${folds > 0 ? `，新归总 ${folds} 次` : ''}`;

/** What does not agree, for whoever looks into it. */
export const FINDING_TEXT: Readonly<Record<FindingView['kind'], string>> = {
  accountWrong: '账户跟流水加起来不一样',
  accountBelowNought: '账户少于零',
  foldMissing: '少了一次归总',
  foldWrong: '一次归总跟流水不一样',
  bookWrong: '公共账跟归总加起来不一样',
  bookIncomplete: '有流水没归进公共账',
  bookBelowNought: '一本专款账出的比进的多',
  sumNotNought: '进出合计不是零',
};
