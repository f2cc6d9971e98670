import { View } from '@tarojs/components';
import { LIMITS, ROLE_LABEL, type MeView, type PersonView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { AreaDrill, type AreaRef } from './area-drill';
import { ROLE_NOTE } from './role-words';
import { useGrantForm } from './use-grant-form';
import './member.css';

export interface GrantFormProps {
  me: MeView;
  person: PersonView;
  startPath: readonly AreaRef[];
  onGranted: (person: PersonView) => void;
}

/** Where, which role, and the shop's name; the button says the whole sentence. */
export function GrantForm({ me, person, startPath, onGranted }: GrantFormProps) {
  const form = useGrantForm(me, person, startPath, onGranted);
  return (
    <View className="mem-card u-mt3">
      <View className="u-h3">给一个身份</View>
      <View className="u-cap u-mt2">在哪儿</View>
      <AreaDrill path={form.path} onChange={form.setPath} />
      <View className="u-mt3">
        <FieldFrame label="什么身份" error={form.roleError}>
          <ChipWrap>
            {form.roles.map((role) => <Chip key={role} on={form.chosen === role} onClick={() => form.chooseRole(role)}>{ROLE_LABEL[role]}</Chip>)}
          </ChipWrap>
        </FieldFrame>
        {form.roles.length === 0 && <View className="u-sub u-mt2">这一级给不了身份，往下选一级。</View>}
        {form.chosen !== null && <View className="u-sub u-mt2">{ROLE_LABEL[form.chosen]}：{ROLE_NOTE[form.chosen]}。</View>}
      </View>
      {form.chosen === 'merchant' && (
        <View className="u-mt3">
          <Field label="店名" value={form.shopName} error={form.shopError} maxLength={LIMITS.nameCharacters} placeholder="比如 吴记粮油" onChange={form.setShopName} />
        </View>
      )}
      {form.refusal !== '' && <View className="u-mt3"><Notice tone="warn">{form.refusal}</Notice></View>}
      <View className="u-mt4">
        <Button busy={form.isBusy} busyText="正在给…" onClick={form.submit}>
          {form.chosen === null ? '给 TA 这个身份' : `让${person.displayName}做${form.areaName}的${ROLE_LABEL[form.chosen]}`}
        </Button>
      </View>
    </View>
  );
}
