import { View } from '@tarojs/components';
import { DIFFICULTY_CATEGORIES, DIFFICULTY_CATEGORY_LABEL, LIMITS } from '@contract';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { SectionHead } from '@/components/section-head/section-head';
import type { usePersonForm } from './use-person-form';

type Form = ReturnType<typeof usePersonForm>;

const CATEGORIES_MAX = 3;

/** Who it is, how it is, and the consent that everything rests on. */
export function PersonForm({ form }: { form: Form }) {
  const { value, change, errors } = form;
  const toggle = (category: (typeof DIFFICULTY_CATEGORIES)[number]): void => {
    const has = value.categories.includes(category);
    if (!has && value.categories.length >= CATEGORIES_MAX) return;
    change({ categories: has ? value.categories.filter((each) => each !== category) : [...value.categories, category] });
  };
  return (
    <View>
      <View className="u-stack u-mt3">
        <Field label="姓名" hint="只有工作人员看得到，公示只写姓" value={value.name} maxLength={LIMITS.nameCharacters} error={errors.name} onChange={(name) => change({ name })} />
        <Field label="电话（可不写）" value={value.phone} maxLength={15} error={errors.phone} onChange={(phone) => change({ phone: phone.replace(/\s/g, '') })} />
        <Field label="住在哪儿" value={value.address} maxLength={LIMITS.addressCharacters} error={errors.address} onChange={(address) => change({ address })} />
      </View>
      <SectionHead title="哪一类困难" note="最多三类" />
      <ChipWrap>
        {DIFFICULTY_CATEGORIES.map((category) => <Chip key={category} on={value.categories.includes(category)} onClick={() => toggle(category)}>{DIFFICULTY_CATEGORY_LABEL[category]}</Chip>)}
      </ChipWrap>
      {errors.categories !== undefined && <View className="u-sub u-accent u-mt1">{errors.categories}</View>}
      <View className="u-mt4"><Field kind="textarea" label="怎么困难" value={value.circumstances} maxLength={LIMITS.storyCharacters} showCount placeholder="写清楚，四查的人好去核实" error={errors.circumstances} onChange={(circumstances) => change({ circumstances })} /></View>
      <Consent form={form} />
    </View>
  );
}

/** Two consents, each asked for itself; for a child the guardian gives them. */
function Consent({ form }: { form: Form }) {
  const { value, change, errors, photos } = form;
  return (
    <View>
      <SectionHead title="本人同意" note="念给 TA 听，两件分开问" />
      <CheckRow checked={value.agreesToRecord} note="姓名、住处、困难的情况，加密保存，只给办这件事的人看" onChange={(agreesToRecord) => change({ agreesToRecord })}>同意社区记下这些情况</CheckRow>
      {errors['consent.agreesToRecord'] !== undefined && <View className="u-sub u-accent">{errors['consent.agreesToRecord']}</View>}
      <CheckRow checked={value.agreesToPublicise} note="只写姓和帮什么，公示五个工作日；随时可以反悔，马上撤下" onChange={(agreesToPublicise) => change({ agreesToPublicise })}>同意公示</CheckRow>
      {errors['consent.agreesToPublicise'] !== undefined && <View className="u-sub u-accent">{errors['consent.agreesToPublicise']}</View>}
      <CheckRow checked={value.isUnder14} note="由监护人同意" onChange={(isUnder14) => change({ isUnder14 })}>TA 不满 14 岁</CheckRow>
      {value.isUnder14 && <View className="u-mt2"><Field label="监护人姓名" value={value.guardianName} maxLength={LIMITS.nameCharacters} error={errors['consent.guardianName']} onChange={(guardianName) => change({ guardianName })} /></View>}
      <View className="u-mt3"><PhotoPicker photos={photos.photos} max={1} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} label="拍同意书" note="签了字的纸，拍清楚。" /></View>
      {errors['consent.fileId'] !== undefined && <View className="u-sub u-accent u-mt1">请拍一张签了字的同意书</View>}
    </View>
  );
}
