import { View } from '@tarojs/components';
import { LANE_LABEL, LIMITS, type LaneCollector, type LaneView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { DateRow } from '@/components/picker-row/picker-row';
import { Sheet } from '@/components/sheet/sheet';
import { dayValue, startOfDayValue } from '@/lib/day-value';
import { useDraft } from '@/lib/drafts';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

interface LaneForm {
  readonly groundText: string;
  readonly documentNo: string;
  readonly lawyerDay: string;
  readonly responsibleName: string;
  readonly collectorKind: 'none' | LaneCollector['kind'];
  readonly entityName: string;
  readonly subMchId: string;
  readonly keeperName: string;
  readonly agentCode: string;
}

const formOf = (view: LaneView): LaneForm => {
  const record = view.proposed ?? view.record;
  const collector = record?.collector ?? null;
  return {
    groundText: record?.groundText ?? '', documentNo: record?.documentNo ?? '', lawyerDay: record === null ? '' : dayValue(record.lawyerCheckedAtMs), responsibleName: record?.responsibleName ?? '',
    collectorKind: collector?.kind ?? (view.lane === 'linked' || record !== null ? 'none' : 'cash'), entityName: collector?.entityName ?? '',
    subMchId: collector?.kind === 'subMerchant' ? collector.subMchId : '', keeperName: collector?.kind === 'cash' ? collector.keeperName : '', agentCode: record?.accountingAgent?.code ?? '',
  };
};

const collectorOf = (form: LaneForm): LaneCollector | null => {
  if (form.collectorKind === 'none') return null;
  return form.collectorKind === 'cash' ? { kind: 'cash', entityName: form.entityName, keeperName: form.keeperName } : { kind: 'subMerchant', entityName: form.entityName, subMchId: form.subMchId.trim() };
};

const missingIn = (form: LaneForm): string => {
  if ([form.groundText, form.documentNo, form.responsibleName].some((text) => text.trim() === '')) return '前面几栏都要写';
  if (form.lawyerDay === '') return '选律师哪天看过';
  if (form.collectorKind === 'none') return '';
  if (form.entityName.trim() === '') return '写收款的是哪家';
  return (form.collectorKind === 'cash' ? form.keeperName : form.subMchId).trim() === '' ? '收款方还差一栏' : '';
};

interface RecordLaneSheetProps {
  readonly view: LaneView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What a lane stands on, as the papers say; counts once another administrator confirms. */
export function RecordLaneSheet({ view, isOpen, onClose }: RecordLaneSheetProps) {
  const about = `${view.areaId}.${view.lane}.${String(view.version)}`;
  const draft = useDraft(`lane.${about}`, formOf(view));
  const save = useApiCommand('lane.record', { about, invalidates: ['lane.list'], onDone: () => { draft.clear(); onClose(); } });
  const form = draft.value;
  const missing = missingIn(form);
  const send = (): Promise<unknown> => {
    const { groundText, documentNo, lawyerDay, responsibleName, agentCode, collectorKind } = form;
    const accountingAgentCode = agentCode.trim() === '' || collectorKind === 'none' ? null : agentCode;
    return save.run({ areaId: view.areaId, lane: view.lane, groundText, documentNo, lawyerCheckedAtMs: startOfDayValue(lawyerDay), responsibleName, collector: collectorOf(form), accountingAgentCode });
  };
  return (
    <Sheet isOpen={isOpen} title={`${LANE_LABEL[view.lane]}的依据`} onClose={onClose} action={<Button busy={save.isBusy} busyText="正在记…" disabled={missing !== ''} reason={missing} onClick={send}>记下，请另一位确认</Button>}>
      <View className="u-stack">
        <Field label="依据" kind="textarea" value={form.groundText} maxLength={LIMITS.groundCharacters} placeholder="哪条法、哪份协议或批复" error={save.fields.groundText} onChange={(groundText) => draft.change({ groundText })} />
        <Field label="文件编号" value={form.documentNo} maxLength={LIMITS.documentNoCharacters} error={save.fields.documentNo} onChange={(documentNo) => draft.change({ documentNo })} />
        <DateRow label="律师哪天看过" value={form.lawyerDay} end={dayValue(serverNowMs())} {...(save.fields.lawyerCheckedAtMs === undefined ? {} : { error: save.fields.lawyerCheckedAtMs })} onPick={(lawyerDay) => draft.change({ lawyerDay })} />
        <Field label="由谁负责" value={form.responsibleName} maxLength={LIMITS.nameCharacters} error={save.fields.responsibleName} onChange={(responsibleName) => draft.change({ responsibleName })} />
        {view.lane !== 'linked' && <CollectorFields lane={view.lane} form={form} errors={save.fields} onChange={draft.change} />}
        {save.failure !== null && Object.keys(save.fields).length === 0 && <Notice tone="accent">{save.failure.message}</Notice>}
      </View>
    </Sheet>
  );
}

function CollectorFields({ lane, form, errors, onChange }: { lane: LaneView['lane']; form: LaneForm; errors: Readonly<Record<string, string>>; onChange: (patch: Partial<LaneForm>) => void }) {
  const { collectorKind } = form;
  return (
    <View className="u-stack">
      <FieldFrame label="谁收钱" error={errors.collector}>
        <ChipWrap>
          <Chip on={collectorKind === 'subMerchant'} onClick={() => onChange({ collectorKind: 'subMerchant' })}>受赠单位的微信商户号</Chip>
          <Chip on={collectorKind === 'cash'} onClick={() => onChange({ collectorKind: 'cash' })}>线下现金，开票</Chip>
          {lane === 'mutual' && <Chip on={collectorKind === 'none'} onClick={() => onChange({ collectorKind: 'none' })}>不收钱</Chip>}
        </ChipWrap>
      </FieldFrame>
      {collectorKind !== 'none' && <Field label="单位全名" value={form.entityName} maxLength={LIMITS.entityCharacters} error={errors['collector.entityName']} onChange={(entityName) => onChange({ entityName })} />}
      {collectorKind === 'subMerchant' && <Field label="特约商户号" hint="单位自己的，不能用别人的" inputType="number" value={form.subMchId} maxLength={10} error={errors['collector.subMchId']} onChange={(subMchId) => onChange({ subMchId })} />}
      {collectorKind === 'cash' && <Field label="谁管现金" value={form.keeperName} maxLength={LIMITS.nameCharacters} error={errors['collector.keeperName']} onChange={(keeperName) => onChange({ keeperName })} />}
      {collectorKind !== 'none' && <Field label="街道记账的人的编号" hint="有居财街管的才填，对方在“我的”里看得到" value={form.agentCode} maxLength={8} error={errors.accountingAgentCode} onChange={(agentCode) => onChange({ agentCode })} />}
    </View>
  );
}
