import { View } from '@tarojs/components';
import { LIMITS, type MeView } from '@contract';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Switch } from '@/components/switch/switch';
import { CategoryGuess } from '../post/category-guess';
import { DetailsFold } from '../post/details-fold';
import { isPublicisedFirst } from '../value-cap';
import type { PhoneWish } from './use-phone-wish';

/** One box for what is said; the rest is guessed or folded, so that one hand is enough. */
export function PhoneWishFields({ wish, me }: { wish: PhoneWish; me: MeView }) {
  const { form, filled, fields, change } = wish;
  const isPublicised = isPublicisedFirst(me, { isOnBehalf: true, valueYuan: form.valueYuan });
  const hasWords = form.words.trim() !== '';
  return (
    <View className="u-stack">
      <Field kind="textarea" label="对方想要什么" value={form.words} maxLength={LIMITS.storyCharacters} placeholder="照原话记：灯坏了半个月，够不着，想请人换一下。" hint="别记病情、门牌和身份证号" error={fields.story ?? fields.title} onChange={(words) => change({ words })} />
      {hasWords && <CategoryGuess filled={filled} onChange={(category) => change({ category })} />}
      {hasWords && <Field label="心愿墙上这样写" value={filled.title} maxLength={LIMITS.titleCharacters} onChange={(title) => change({ title })} />}
      <DetailsFold form={form} filled={filled} errors={fields} valueCapFen={me.rules.aboveCapMaxFen} publicityFromFen={me.rules.valueCapFen} onChange={change} />
      <Card>
        <Switch label="电话里同意了" note="念给对方听：“我帮您发到心愿墙上，不写名字和门牌，可以吗？”" checked={form.hasAgreed} onChange={(hasAgreed) => change({ hasAgreed })} />
        {isPublicised && (
          <FieldFrame error={fields['onBehalf.mayPublicise']}>
            <Switch label="也同意公示" note="超过上限要先公示五个工作日，大家看到的是姓和帮什么；念给对方听，同意了再点" checked={form.mayPublicise} onChange={(mayPublicise) => change({ mayPublicise })} />
          </FieldFrame>
        )}
      </Card>
    </View>
  );
}
