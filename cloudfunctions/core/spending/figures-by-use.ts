import type { UseFiguresView } from '@contract';
import { paidFenByUse, type SpendingPart } from './spending';

interface PlannedLine {
  readonly useKey: string;
  readonly label: string;
  /** What the line says besides its label, where its label is the table's. */
  readonly text?: string;
  readonly amountFen: number;
}

const distinct = (texts: readonly (string | undefined)[]): string => [...new Set(texts.filter((text) => text !== undefined))].join('、');

/** Pure, by use: planned as the lines say, spent as was paid out. Named by what the lines or the spending call it. */
export const figuresByUse = (lines: readonly PlannedLine[], part: SpendingPart): readonly UseFiguresView[] => {
  const spent = paidFenByUse(part);
  const useKeys = [...new Set([...lines, ...Object.values(part.spendings)].map(({ useKey }) => useKey))];
  return useKeys.flatMap((useKey) => {
    const planned = lines.filter((line) => line.useKey === useKey);
    const spentFen = spent[useKey] ?? 0;
    if (planned.length === 0 && spentFen === 0) return [];
    const label = distinct(planned.map((line) => line.label)) || (Object.values(part.spendings).find((spending) => spending.useKey === useKey)?.useLabel ?? '');
    const plannedText = distinct(planned.map(({ text }) => (text === label ? undefined : text)));
    return [{ useKey, label, ...(plannedText === '' ? {} : { plannedText }), plannedFen: planned.reduce((sum, { amountFen }) => sum + amountFen, 0), spentFen }];
  });
};
