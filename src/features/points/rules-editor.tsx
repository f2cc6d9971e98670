import { View } from '@tarojs/components';
import { EARNING_KINDS, EARNING_LABEL, LIMITS, type PointRules } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import { useDraft } from '@/lib/drafts';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { simulationSentence, totalText } from './rule-words';
import './points.css';

interface RulesEditorProps {
  readonly communityId: string;
  readonly rules: PointRules;
  readonly onSaved: () => void;
}

interface NumberRow {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly unit: string;
  readonly by?: number;
  readonly min?: number;
  readonly change: (value: number) => Partial<PointRules>;
}

const KIND_MAX = 50;

const kindRows = (rules: PointRules): readonly NumberRow[] =>
  EARNING_KINDS.map((kind) => ({ label: EARNING_LABEL[kind], value: rules.per[kind], max: kind === 'carefulRating' ? 10 : KIND_MAX, unit: '分', change: (value) => ({ per: { ...rules.per, [kind]: value } }) }));

const limitRows = (rules: PointRules): readonly NumberRow[] => [
  { label: '一天最多', value: rules.capPerDay, min: 10, max: 500, by: 10, unit: '分', change: (capPerDay) => ({ capPerDay }) },
  { label: '一个月最多', value: rules.capPerMonth, min: 50, max: 5_000, by: 50, unit: '分', change: (capPerMonth) => ({ capPerMonth }) },
  { label: '同样两人，一个月全算', value: rules.pairInFull, max: 100, unit: '次', change: (pairInFull) => ({ pairInFull }) },
  { label: '然后算一半', value: rules.pairInHalf, max: 100, unit: '次', change: (pairInHalf) => ({ pairInHalf }) },
];

/** Change, see what last month would have come to, say why, save: from tomorrow on. */
export function RulesEditor({ communityId, rules, onSaved }: RulesEditorProps) {
  const draft = useDraft(`pointRules.${communityId}`, { rules, reason: '' });
  const save = useApiCommand('pointRules.save', { about: communityId, invalidates: ['pointRules.list', 'points.ways'] });
  const edited = draft.value.rules;
  const isChanged = JSON.stringify(edited) !== JSON.stringify(rules);
  const send = async (): Promise<void> => {
    if ((await save.run({ communityId, rules: edited, reason: draft.value.reason })) === null) return;
    draft.clear();
    onSaved();
  };
  const set = (change: Partial<PointRules>): void => draft.change({ rules: { ...edited, ...change } });
  return (
    <View>
      <SectionHead title="什么事给多少" />
      <Numbers rows={kindRows(edited)} onChange={set} />
      <SectionHead title="上限" />
      <Numbers rows={limitRows(edited)} onChange={set} />
      <Simulation communityId={communityId} rules={edited} />
      <View className="u-mt4"><Field label="为什么改" value={draft.value.reason} maxLength={LIMITS.noteCharacters} placeholder="比如：送货的分调高一点" error={save.fields.reason} onChange={(reason) => draft.change({ reason })} /></View>
      {save.failure !== null && Object.keys(save.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{save.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={save.isBusy} busyText="正在存…" disabled={!isChanged || draft.value.reason.trim() === ''} reason={isChanged ? '写一句为什么改' : '还没有改动'} onClick={send}>存好，明天起照新的算</Button></View>
      <View className="u-cap u-mt2">已经得的分不会变。</View>
    </View>
  );
}

function Numbers({ rows, onChange }: { rows: readonly NumberRow[]; onChange: (change: Partial<PointRules>) => void }) {
  return (
    <Card>
      {rows.map(({ label, value, min = 0, max, by, unit, change }) => (
        <View key={label} className="u-row u-wrap u-gap2 u-mt2 pts-number">
          <View className="u-mid pts-number-name">{label}</View>
          <Stepper label={label} value={value} min={min} max={max} unit={unit} {...(by === undefined ? {} : { by })} onChange={(next) => onChange(change(next))} />
        </View>
      ))}
    </Card>
  );
}

function Simulation({ communityId, rules }: { communityId: string; rules: PointRules }) {
  const query = useApiQuery('pointRules.simulate', { communityId, rules });
  return (
    <View>
      <SectionHead title="放在上个月会怎样" />
      <Card tone="sunk">
        {query.isLoading && <View className="u-sub">正在算…</View>}
        {query.failure !== null && query.data === undefined && <View className="u-sub">{query.failure.message}</View>}
        {query.data !== undefined && (
          <View>
            <View className="u-mid u-bold">{simulationSentence(query.data)}</View>
            <View className="u-sub u-mt2">现在的规则：{totalText(query.data.now)}</View>
            <View className="u-sub u-mt1">改了以后：{totalText(query.data.then)}</View>
            {query.data.kinds.map(({ kind, times, now, then }) => <View key={kind} className="u-cap u-mt1">{EARNING_LABEL[kind]} {times} 次：{now} 分 → {then} 分</View>)}
            {query.data.isPartial && <View className="u-cap u-mt2">人多，只算了前 1000 人。</View>}
          </View>
        )}
      </Card>
    </View>
  );
}
