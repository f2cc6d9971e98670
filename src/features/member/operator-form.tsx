import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { useOperatorForm } from './use-operator-form';

/** Once for each deployment: whoever holds the secret names the district and becomes its administrator. */
export function OperatorForm({ onDone }: { onDone: () => void }) {
  const form = useOperatorForm(onDone);
  const { values, errors } = form;
  const bottom = (
    <BottomBar>
      <Button busy={form.isBusy} busyText="正在开通…" onClick={form.submit}>开通这个区</Button>
    </BottomBar>
  );
  return (
    <Screen title="运营方开通" bottom={bottom}>
      <View className="u-sub u-mt2">部署时留了一个一次性口令。用它开通一个区，您就是这个区的管理员，可以接着加街道和社区。口令用过就作废。</View>
      <View className="u-stack u-mt4">
        <Field label="口令" password value={values.secret} error={errors.secret} placeholder="部署时设的那一串" onChange={(text) => form.change('secret', text)} />
        <Field label="区的名字" value={values.districtName} error={errors.districtName} placeholder="比如 荷塘区" maxLength={20} onChange={(text) => form.change('districtName', text)} />
        <Field label="区的代号" hint="小写字母和数字，以后不能改" value={values.districtCode} error={errors.districtCode} placeholder="比如 hetang" maxLength={12} onChange={(text) => form.change('districtCode', text.toLowerCase())} />
        <Field label="值班电话" hint="居民在每一页都打得到" value={values.dutyPhone} error={errors.dutyPhone} placeholder="0731-2845 0000" maxLength={15} onChange={(text) => form.change('dutyPhone', text.replace(/\s/g, ''))} />
        <Field label="您的称呼" value={values.displayName} error={errors.displayName} placeholder="比如 区民政局小陈" maxLength={20} onChange={(text) => form.change('displayName', text)} />
        {form.refusal !== '' && <Notice tone="warn">{form.refusal}</Notice>}
      </View>
    </Screen>
  );
}
