import { View } from '@tarojs/components';
import { LIMITS, REFERRAL_CLASS_LABEL, REFERRAL_CLASSES, REFERRAL_ROLES, ROLE_LABEL, type ReferralClass, type ReferralRole } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { PlaceChoices } from './place-choices';
import { RESCUE_STALE } from './rescue-form';

const CLASS_NOTE: Readonly<Record<ReferralClass, string>> = {
  primary: '我们负责到底，请对方给条路子',
  assist: '我们负责，对方派人一起办',
  transfer: '对方接下以后，由对方负责',
};

export interface ReferFormProps {
  readonly wishId: string;
  readonly fromAreaId: string;
  /** The first time out of the three choices, later from the referral itself. */
  readonly route: 'rescue.refer' | 'referral.refer';
  readonly onDone: (words: string) => void;
}

interface ReferFields {
  readonly referralClass: ReferralClass;
  readonly toAreaId: string;
  readonly toRole: ReferralRole;
  readonly reason: string;
}

const EMPTY: ReferFields = { referralClass: 'transfer', toAreaId: '', toRole: 'socialWorker', reason: '' };

/** To whom, on which terms, and why; what happens then is said before it is sent. */
export function ReferForm({ wishId, fromAreaId, route, onDone }: ReferFormProps) {
  const draft = useDraft(`refer.${wishId}`, EMPTY);
  const command = useApiCommand(route, { about: wishId, invalidates: RESCUE_STALE });
  const { referralClass, toAreaId, toRole, reason } = draft.value;
  const send = async (): Promise<void> => {
    if ((await command.run({ wishId, class: referralClass, toAreaId, toRole, reason })) === null) return;
    draft.clear();
    onDone('转过去了，24 个工作小时内有回话');
  };
  return (
    <View className="u-mt4">
      <FieldFrame label="转到哪儿" error={command.fields.toAreaId}><PlaceChoices fromAreaId={fromAreaId} chosenId={toAreaId} onChoose={(areaId) => draft.change({ toAreaId: areaId })} /></FieldFrame>
      <View className="u-mt3">
        <FieldFrame label="请谁来接">
          <ChipWrap>{REFERRAL_ROLES.map((role) => <Chip key={role} on={role === toRole} onClick={() => draft.change({ toRole: role })}>{ROLE_LABEL[role]}</Chip>)}</ChipWrap>
        </FieldFrame>
      </View>
      <View className="u-mt3">
        <FieldFrame label="怎么分工">
          <ChipWrap>{REFERRAL_CLASSES.map((kind) => <Chip key={kind} on={kind === referralClass} onClick={() => draft.change({ referralClass: kind })}>{REFERRAL_CLASS_LABEL[kind]}</Chip>)}</ChipWrap>
        </FieldFrame>
        <View className="u-sub u-mt2">{CLASS_NOTE[referralClass]}。</View>
      </View>
      <View className="u-mt3">
        <Field kind="textarea" label="为什么转，请对方做什么" value={reason} maxLength={LIMITS.noteCharacters} showCount placeholder="不写姓名、门牌和病情" error={command.fields.reason} onChange={(text) => draft.change({ reason: text })} />
      </View>
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={command.isBusy} busyText="正在转…" disabled={toAreaId === '' || reason.trim() === ''} reason="先选地方、写一句" onClick={send}>转过去</Button></View>
    </View>
  );
}
