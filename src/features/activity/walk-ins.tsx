import { View } from '@tarojs/components';
import { LIMITS, type ShiftCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { canAddWalkIn, type RosterForm, type WalkIn } from './roster-form';
import { Times } from './roster-rows';
import './activity.css';

interface WalkInsProps {
  readonly shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>;
  readonly form: RosterForm;
  readonly onChange: (walkIns: readonly WalkIn[]) => void;
}

/** People who came without a sign-up: by the code they read out, or by name alone. */
export function WalkIns({ shift, form, onChange }: WalkInsProps) {
  const put = (index: number, patch: Partial<WalkIn>): void => onChange(form.walkIns.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <View>
      {form.walkIns.map((walkIn, index) => (
        <View key={index} className="act-person">
          <View className="act-two">
            <View className="u-grow"><Field label="怎么称呼" value={walkIn.name} placeholder="比如：老陈" maxLength={LIMITS.companionCharacters} showCount={false} onChange={(name) => put(index, { name })} /></View>
            <View className="u-grow"><Field label="TA 的编号" value={walkIn.code} placeholder="没有就空着" maxLength={8} showCount={false} onChange={(code) => put(index, { code: code.replace(/\s/g, '').toUpperCase() })} /></View>
          </View>
          <Times shift={shift} fromMs={walkIn.fromMs} toMs={walkIn.toMs} onChange={(patch) => put(index, patch)} />
          <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange(form.walkIns.filter((_one, at) => at !== index))}>去掉这一位</Button></View>
        </View>
      ))}
      {canAddWalkIn(form) && <View className="u-mt3"><Button kind="secondary" size="small" icon="plus" onClick={() => onChange([...form.walkIns, { name: '', code: '', fromMs: shift.startsAtMs, toMs: shift.endsAtMs }])}>补一位临时来的</Button></View>}
      <View className="u-cap u-mt2">写上编号，时长才能记到 TA 名下。编号在 TA 的“我的”里。</View>
    </View>
  );
}
