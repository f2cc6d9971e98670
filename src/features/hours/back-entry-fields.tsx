import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, LIMITS, SERVICE_KINDS } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import { codeText, type BackEntryForm } from './back-entry-form';
import { TimesFields } from './times-fields';

interface BackEntryFieldsProps {
  readonly value: BackEntryForm;
  readonly errors: Readonly<Record<string, string>>;
  /** What stands of the shift it was at; null when it was at none. */
  readonly shiftText: string | null;
  /** May enter hours of others. */
  readonly mayForOthers: boolean;
  readonly backDays: number;
  readonly nowMs: number;
  readonly onChange: (patch: Partial<BackEntryForm>) => void;
}

/** Who, what, when, why it was not recorded at the time, and who was there too. */
export function BackEntryFields(props: BackEntryFieldsProps) {
  const { value, errors, shiftText, mayForOthers, backDays, nowMs, onChange } = props;
  return (
    <View>
      {mayForOthers && (
        <View className="u-mt4">
          <ChipWrap>
            <Chip on={value.isOwn} onClick={() => onChange({ isOwn: true })}>给自己补</Chip>
            <Chip on={!value.isOwn} onClick={() => onChange({ isOwn: false })}>给别人补</Chip>
          </ChipWrap>
          {!value.isOwn && <View className="u-mt3"><Field label="替谁补，TA 的编号" value={value.memberCode} placeholder="8 位，在 TA 的“我的”里" maxLength={8} showCount={false} error={errors.memberCode} onChange={(code) => onChange({ memberCode: codeText(code) })} /></View>}
        </View>
      )}
      {shiftText === null ? <What value={value} errors={errors} onChange={onChange} /> : <View className="u-body u-mt4">{shiftText}</View>}
      <SectionHead title="什么时候" note={`${backDays} 天以内`} />
      <TimesFields value={value} daysBack={backDays} nowMs={nowMs} onChange={onChange} />
      <SectionHead title="为什么补" />
      <Field value={value.reason} placeholder="比如：那天没带手机" maxLength={LIMITS.noteCharacters} error={errors.reason} onChange={(reason) => onChange({ reason })} />
      <SectionHead title="谁也在场" />
      <Field label="在场那位的编号" hint="一起去的人，不能是本人" value={value.secondCode} placeholder="8 位，在 TA 的“我的”里" maxLength={8} showCount={false} error={errors.secondCode} onChange={(code) => onChange({ secondCode: codeText(code) })} />
      <View className="u-sub u-mt2">TA 会收到消息，点“是的，我在”，这段时间才记上。</View>
    </View>
  );
}

function What({ value, errors, onChange }: Pick<BackEntryFieldsProps, 'value' | 'errors' | 'onChange'>) {
  return (
    <View>
      <SectionHead title="做了什么" />
      <View className="u-stack">
        <ChipWrap>{SERVICE_KINDS.map((kind) => <Chip key={kind} on={value.kind === kind} onClick={() => onChange({ kind })}>{ACTIVITY_KIND_LABEL[kind]}</Chip>)}</ChipWrap>
        <Field label="一句话" value={value.title} placeholder="比如：帮独居老人打扫屋子" maxLength={LIMITS.titleCharacters} showCount={false} error={errors.title} onChange={(title) => onChange({ title })} />
        <Field label="谁组织的" value={value.organiserName} placeholder="比如：青枫社区" maxLength={LIMITS.nameCharacters} showCount={false} error={errors.organiserName} onChange={(organiserName) => onChange({ organiserName })} />
        <Field label="在哪儿" value={value.placeText} placeholder="可以不写" maxLength={LIMITS.placeCharacters} showCount={false} error={errors.placeText} onChange={(placeText) => onChange({ placeText })} />
      </View>
    </View>
  );
}
