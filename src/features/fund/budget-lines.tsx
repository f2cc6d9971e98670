import { View } from '@tarojs/components';
import { LIMITS, type UseRowView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { PickerRow } from '@/components/picker-row/picker-row';
import { EMPTY_LINE, type LineDraft } from './apply-draft';

/** What the money would go to, line by line. */
export function BudgetLines({ lines, uses, onChange }: { lines: readonly LineDraft[]; uses: readonly UseRowView[]; onChange: (lines: readonly LineDraft[]) => void }) {
  const allowed = uses.filter(({ isAllowed }) => isAllowed);
  const patch = (at: number, part: Partial<LineDraft>): void => onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <View className="u-stack">
      {lines.map((line, index) => (
        // A line has no name of its own; it is its place.
        <Card key={index}>
          <PickerRow label={`第 ${index + 1} 笔`} options={allowed.map(({ label }) => label)} index={allowed.findIndex(({ useKey }) => useKey === line.useKey)} placeholder={allowed.length === 0 ? '街道还没填用途表' : '算哪一项用途'} disabled={allowed.length === 0} onPick={(picked) => patch(index, { useKey: allowed[picked]?.useKey ?? '' })} />
          <View className="u-mt3"><Field value={line.text} maxLength={LIMITS.noteCharacters} showCount={false} placeholder="买什么、做什么" onChange={(text) => patch(index, { text })} /></View>
          <View className="u-mt3"><Field inputType="digit" value={line.yuan} maxLength={12} showCount={false} placeholder="多少元" onChange={(yuan) => patch(index, { yuan })} /></View>
          {lines.length > 1 && <Button kind="text" size="small" onClick={() => onChange(lines.filter((_unused, at) => at !== index))}>去掉这笔</Button>}
        </Card>
      ))}
      {lines.length < LIMITS.budgetLines && <Button kind="secondary" icon="plus" onClick={() => onChange([...lines, EMPTY_LINE])}>再加一笔</Button>}
    </View>
  );
}
