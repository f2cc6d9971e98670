import { View } from '@tarojs/components';
import { AREA_LEVEL_LABEL, type AreaLevel, type AreaView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { useAreaForm } from './use-area-form';
import './member.css';

export interface AreaFormProps {
  parentId: string;
  parentName: string;
  level: AreaLevel;
  suggestedCode: string;
  onAdded: (area: AreaView) => void;
}

const EXAMPLE: Readonly<Record<AreaLevel, string>> = { district: '荷塘区', street: '月塘街道', community: '青枫社区', grid: '青枫苑' };

/** Adds one node; a community also has a phone that is always answered and a station where things are handed over. */
export function AreaForm({ parentId, parentName, level, suggestedCode, onAdded }: AreaFormProps) {
  const { values, errors, isBusy, refusal, change, submit } = useAreaForm(parentId, level, suggestedCode, onAdded);
  const word = AREA_LEVEL_LABEL[level];
  return (
    <View className="mem-card">
      <View className="u-h3">在{parentName}下面加一个{word}</View>
      <View className="u-stack u-mt3">
        <Field label="名字" value={values.name} error={errors.name} maxLength={20} placeholder={`比如 ${EXAMPLE[level]}`} onChange={(text) => change('name', text)} />
        <Field label="代号" hint="小写字母和数字，以后不能改" value={values.code} error={errors.code} maxLength={12} onChange={(text) => change('code', text.toLowerCase())} />
        {level !== 'grid' && (
          <Field label="值班电话" hint="不填就用上一级的" value={values.dutyPhone} error={errors.dutyPhone} maxLength={15} onChange={(text) => change('dutyPhone', text.replace(/\s/g, ''))} />
        )}
        {level === 'community' && (
          <Field label="驿站名字" hint="东西放在哪儿交接" value={values.stationName} error={errors.stationName} maxLength={20} placeholder="比如 青枫社区驿站" onChange={(text) => change('stationName', text)} />
        )}
        {refusal !== '' && <Notice tone="warn">{refusal}</Notice>}
        <Button busy={isBusy} busyText="正在加…" onClick={submit}>加上</Button>
      </View>
    </View>
  );
}
