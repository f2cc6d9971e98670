import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PickerRow } from '@/components/picker-row/picker-row';
import { type BudgetLineForm, type BudgetUses, NEW_BUDGET_LINE, useLabel } from '@/lib/budget-uses';
import type { FormErrors } from '@/lib/form-errors';

export interface BudgetLinesProps {
  readonly lines: readonly BudgetLineForm[];
  readonly errors: FormErrors;
  readonly uses: BudgetUses;
  /** Where the schema keeps them: `goal.money.lines`. */
  readonly path: string;
  /** What a line might say here. */
  readonly example: string;
  readonly onChange: (lines: readonly BudgetLineForm[]) => void;
}

/** What money is to go to, line by line, each of a use on the street's table. */
export function BudgetLines({ lines, errors, uses: { rows, problem, onRetry }, path, example, onChange }: BudgetLinesProps) {
  const setLine = (at: number, patch: Partial<BudgetLineForm>): void => onChange(lines.map((line, index) => (index === at ? { ...line, ...patch } : line)));
  return (
    <View className="u-stack">
      {problem !== '' && <Notice tone="info">{problem}</Notice>}
      {onRetry !== undefined && <View className="u-links"><Button kind="text" size="small" onClick={onRetry}>再取一次</Button></View>}
      {lines.map((line, index) => (
        <Card key={index}>
          <View className="u-stack">
            <PickerRow label={`第 ${index + 1} 笔，哪一类`} options={rows.map(useLabel)} index={rows.findIndex(({ useKey }) => useKey === line.useKey)} disabled={problem !== ''} placeholder={problem === '' ? '从街道的用途表里选' : '现在选不了'} {...(errors[`${path}.${index}.useKey`] === undefined ? {} : { error: '请选一类' })} onPick={(at) => setLine(index, { useKey: rows[at]?.useKey ?? '' })} />
            <Field label="做什么" value={line.text} placeholder={`比如：${example}`} maxLength={LIMITS.aidCharacters} showCount={false} error={errors[`${path}.${index}.text`]} onChange={(text) => setLine(index, { text })} />
            <Field label="多少钱" hint="元" inputType="digit" value={line.amountText} placeholder="比如：7600" maxLength={10} error={errors[`${path}.${index}.amountFen`]} onChange={(amountText) => setLine(index, { amountText })} />
          </View>
          {lines.length > 1 && <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange(lines.filter((_line, at) => at !== index))}>不要这一笔</Button></View>}
        </Card>
      ))}
      {errors[path] !== undefined && <View className="u-sub u-accent">{errors[path]}</View>}
      {lines.length < LIMITS.linesPerBudget && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange([...lines, NEW_BUDGET_LINE])}>加一笔</Button></View>}
    </View>
  );
}
