import { View } from '@tarojs/components';
import { LIMITS, type BenefitView, type RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { keywordsOf } from './keywords';

export const BENEFIT_STALE: readonly RouteName[] = ['benefit.list'];

export interface BenefitFormProps {
  /** Null adds one. */
  readonly benefit: BenefitView | null;
  readonly areaId: string;
  readonly areaName: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const filled = (benefit: BenefitView | null) => ({
  name: benefit?.name ?? '', gives: benefit?.gives ?? '', whoMayGet: benefit?.whoMayGet ?? '', whereToApply: benefit?.whereToApply ?? '', words: benefit?.keywords.join('、') ?? '',
});

/** One line of the list, in the words a resident will read. */
export function BenefitForm({ benefit, areaId, areaName, isOpen, onClose }: BenefitFormProps) {
  const about = benefit?.benefitId ?? areaId;
  const draft = useDraft(`benefit.${about}`, filled(benefit));
  const save = useApiCommand('benefit.save', { about, invalidates: BENEFIT_STALE });
  const { name, gives, whoMayGet, whereToApply, words } = draft.value;
  const send = async (): Promise<void> => {
    if ((await save.run({ benefitId: benefit?.benefitId ?? null, areaId: benefit?.areaId ?? areaId, name, gives, whoMayGet, whereToApply, keywords: [...keywordsOf(words)] })) === null) return;
    draft.clear();
    onClose();
  };
  const isReady = [name, gives, whoMayGet, whereToApply].every((text) => text.trim() !== '') && keywordsOf(words).length > 0;
  return (
    <Sheet isOpen={isOpen} title={benefit === null ? '加一项补贴' : '改一改'} onClose={onClose} action={<Button busy={save.isBusy} busyText="正在存…" disabled={!isReady} reason="每一栏都写一句" onClick={send}>存好，{areaName}都看得到</Button>}>
      <Field label="叫什么" value={name} maxLength={LIMITS.nameCharacters} placeholder="比如：残疾人辅具适配" error={save.fields.name} onChange={(text) => draft.change({ name: text })} />
      <View className="u-mt3"><Field label="能得到什么" value={gives} maxLength={LIMITS.noteCharacters} placeholder="比如：轮椅、助听器，免费适配" error={save.fields.gives} onChange={(text) => draft.change({ gives: text })} /></View>
      <View className="u-mt3"><Field label="谁能申请" value={whoMayGet} maxLength={LIMITS.noteCharacters} placeholder="比如：有残疾人证的居民" error={save.fields.whoMayGet} onChange={(text) => draft.change({ whoMayGet: text })} /></View>
      <View className="u-mt3"><Field label="到哪里办" value={whereToApply} maxLength={LIMITS.noteCharacters} placeholder="比如：街道残联窗口，社工可代办" error={save.fields.whereToApply} onChange={(text) => draft.change({ whereToApply: text })} /></View>
      <View className="u-mt3"><Field label="心愿里提到哪些词就提醒" hint="用顿号隔开" value={words} placeholder="轮椅、助听器" error={save.fields.keywords} onChange={(text) => draft.change({ words: text })} /></View>
      {save.failure !== null && Object.keys(save.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{save.failure.message}</Notice></View>}
    </Sheet>
  );
}
