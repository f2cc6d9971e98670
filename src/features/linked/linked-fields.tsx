import { View } from '@tarojs/components';
import { LIMITS, LINKED_PLATFORMS, type LinkedFacts, type LinkedFactsInput, type LinkedPlatform } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { DateRow, PickerRow } from '@/components/picker-row/picker-row';
import { dayValue, endOfDayValue } from '@/lib/day-value';

export interface LinkedForm {
  readonly title: string;
  readonly story: string;
  readonly charityName: string;
  readonly certificateNo: string;
  readonly filingNo: string;
  readonly platform: LinkedPlatform | '';
  readonly linkKind: 'miniProgram' | 'web';
  readonly appId: string;
  readonly path: string;
  readonly url: string;
  readonly endDay: string;
}

export const EMPTY_LINKED_FORM: LinkedForm = { title: '', story: '', charityName: '', certificateNo: '', filingNo: '', platform: '', linkKind: 'web', appId: '', path: '', url: '', endDay: '' };

const PLATFORM_KEYS = Object.keys(LINKED_PLATFORMS) as readonly LinkedPlatform[];

export function formOf(facts: Omit<LinkedFacts, 'link'>, link: LinkedFacts['link'] | null): LinkedForm {
  const { title, story, charityName, certificateNo, filingNo, platform, endsAtMs } = facts;
  const web = { linkKind: 'web', appId: '', path: '', url: link?.kind === 'web' ? link.url : '' } as const;
  const linked = link?.kind === 'miniProgram' ? ({ linkKind: 'miniProgram', appId: link.appId, path: link.path, url: '' } as const) : web;
  return { title, story, charityName, certificateNo, filingNo, platform, ...linked, endDay: dayValue(endsAtMs) };
}

/** What stands in the way before sending. */
export function missingInLinked(form: LinkedForm): string {
  if (form.title.trim() === '' || form.story.trim() === '') return '先写标题和为什么';
  if (form.charityName.trim() === '' || form.certificateNo.trim() === '' || form.filingNo.trim() === '') return '组织、证书号、备案号都要有';
  if (form.platform === '') return '选一个指定平台';
  if ((form.linkKind === 'web' ? form.url : form.appId).trim() === '') return '写上怎么去平台';
  return form.endDay === '' ? '选募捐到哪天' : '';
}

/** What is sent; null while something is missing. */
export function factsOf(form: LinkedForm): LinkedFactsInput | null {
  const { title, story, charityName, certificateNo, filingNo, platform } = form;
  if (platform === '' || missingInLinked(form) !== '') return null;
  const link = form.linkKind === 'web' ? { kind: 'web' as const, url: form.url.trim() } : { kind: 'miniProgram' as const, appId: form.appId.trim(), path: form.path.trim() };
  return { title, story, charityName, certificateNo: certificateNo.trim(), filingNo: filingNo.trim(), platform, link, endsAtMs: endOfDayValue(form.endDay) };
}

interface FieldsProps {
  readonly form: LinkedForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<LinkedForm>) => void;
}

export function LinkedFields({ form, errors, onChange }: FieldsProps) {
  return (
    <View className="u-stack">
      <Field label="标题" value={form.title} maxLength={LIMITS.titleCharacters} placeholder="比如：给山里的学校装净水器" error={errors.title} onChange={(title) => onChange({ title })} />
      <Field label="为什么募捐" kind="textarea" value={form.story} maxLength={LIMITS.storyCharacters} placeholder="照平台上写的，说给邻居听" error={errors.story} onChange={(story) => onChange({ story })} />
      <Field label="哪家慈善组织" value={form.charityName} maxLength={LIMITS.entityCharacters} placeholder="证书上的全名" error={errors.charityName} onChange={(charityName) => onChange({ charityName })} />
      <Field label="公开募捐资格证书编号" value={form.certificateNo} maxLength={LIMITS.documentNoCharacters} error={errors.certificateNo} onChange={(certificateNo) => onChange({ certificateNo })} />
      <Field label="募捐方案备案编号" hint="慈善中国网站上查得到" value={form.filingNo} maxLength={LIMITS.documentNoCharacters} error={errors.filingNo} onChange={(filingNo) => onChange({ filingNo })} />
      <PickerRow label="在哪个平台" options={PLATFORM_KEYS.map((key) => LINKED_PLATFORMS[key])} index={form.platform === '' ? -1 : PLATFORM_KEYS.indexOf(form.platform)} placeholder="民政部指定的平台" {...(errors.platform === undefined ? {} : { error: errors.platform })} onPick={(index) => onChange({ platform: PLATFORM_KEYS[index] ?? '' })} />
      <LinkFields form={form} errors={errors} onChange={onChange} />
      <DateRow label="备案的募捐期到哪天" value={form.endDay} {...(errors.endsAtMs === undefined ? {} : { error: errors.endsAtMs })} onPick={(endDay) => onChange({ endDay })} />
    </View>
  );
}

function LinkFields({ form, errors, onChange }: FieldsProps) {
  return (
    <View className="u-stack">
      <FieldFrame label="怎么去平台">
        <ChipWrap>
          <Chip on={form.linkKind === 'web'} onClick={() => onChange({ linkKind: 'web' })}>网址</Chip>
          <Chip on={form.linkKind === 'miniProgram'} onClick={() => onChange({ linkKind: 'miniProgram' })}>平台的小程序</Chip>
        </ChipWrap>
      </FieldFrame>
      {form.linkKind === 'web' ? (
        <Field label="网址" hint="邻居点了会复制下来" value={form.url} maxLength={LIMITS.urlCharacters} placeholder="https://" error={errors['link.url']} onChange={(url) => onChange({ url })} />
      ) : (
        <View className="u-stack">
          <Field label="AppID" hint="平台会告诉您" value={form.appId} maxLength={18} placeholder="wx…" error={errors['link.appId']} onChange={(appId) => onChange({ appId })} />
          <Field label="页面路径" hint="空着就到首页" value={form.path} maxLength={LIMITS.urlCharacters} error={errors['link.path']} onChange={(path) => onChange({ path })} />
        </View>
      )}
    </View>
  );
}
