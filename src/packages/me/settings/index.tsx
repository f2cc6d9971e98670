import { View } from '@tarojs/components';
import type { MeView, TypeSize } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Switch } from '@/components/switch/switch';
import { MemberGate } from '@/features/member/member-gate';
import { NameField } from '@/features/member/name-field';
import { useSettingsForm } from '@/features/member/use-settings-form';
import { aria } from '@/lib/aria';

/** 设置: how large the words are, care mode, what one is told unasked, and one's name. */
export default function SettingsPage() {
  return (
    <Screen title="设置">
      <MemberGate back="settings">{(me) => <Settings me={me} />}</MemberGate>
    </Screen>
  );
}

interface SizeChoice {
  readonly size: TypeSize;
  readonly title: string;
  readonly note: string;
  /** Size of the sample character, in px. */
  readonly samplePx: number;
}

const CHOICES: readonly SizeChoice[] = [
  { size: 'system', title: '跟随微信', note: '微信里调大，这里也大', samplePx: 22 },
  { size: 'normal', title: '标准', note: '一屏看得多', samplePx: 18 },
  { size: 'large', title: '大字', note: '字大一号半，按钮也大', samplePx: 30 },
];

function Settings({ me }: { me: MeView }) {
  const form = useSettingsForm(me);
  return (
    <View>
      <View className="mem-first"><SectionHead title="字多大" /></View>
      <View className="u-stack">
        {CHOICES.map((choice) => (
          <View
            key={choice.size}
            className={`mem-choice ${form.typeSize === choice.size ? 'mem-choice-on' : ''}`}
            {...aria({ role: 'radio', label: choice.title, checked: form.typeSize === choice.size })}
            onClick={() => form.chooseTypeSize(choice.size)}
          >
            <View className={`mem-dot ${form.typeSize === choice.size ? 'mem-dot-on' : ''}`} />
            <View className="u-grow">
              <View className="u-h3">{choice.title}</View>
              <View className="u-sub">{choice.note}</View>
            </View>
            <View className="mem-sample" style={{ fontSize: `${choice.samplePx}px` }}>邻</View>
          </View>
        ))}
      </View>
      <SectionHead title="关怀模式" />
      <View className="mem-card">
        <Switch
          checked={form.careMode}
          label="首页只留三件大事"
          note="我要求助、我来帮人、打电话；字也一起变大"
          disabled={form.isSavingLook}
          onChange={form.chooseCareMode}
        />
      </View>
      {form.lookError !== '' && <View className="u-mt3"><Notice tone="warn">这部手机上已经换好了，但没能存到别处：{form.lookError}</Notice></View>}
      <SectionHead title="提醒" />
      <View className="mem-card">
        <Switch
          checked={form.suggestions}
          label="有合适的心愿告诉我"
          note="登记了能帮什么才有，一周最多两回，晚上不打扰；社区配对时还会问您"
          disabled={form.isSavingSuggestions}
          onChange={form.chooseSuggestions}
        />
      </View>
      {form.suggestionsError !== '' && <View className="u-mt3"><Notice tone="warn">没有存上，还是原来那样：{form.suggestionsError}</Notice></View>}
      <SectionHead title="称呼" />
      <NameField value={form.name} error={form.nameError} onChange={form.changeName} />
      <View className="u-mt3">
        <Button kind="secondary" busy={form.isSavingName} busyText="正在存…" disabled={!form.isNameChanged} onClick={form.saveName}>改成这个称呼</Button>
      </View>
    </View>
  );
}
