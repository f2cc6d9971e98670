import { useState } from 'react';
import { View } from '@tarojs/components';
import { DISCLOSURE_KIND_LABEL, type CampaignView, type DisclosureKind, LIMITS, type MilestoneView } from '@contract';
import { Button } from '@/components/button/button';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { WordsAndPhotosFields } from '@/components/words-and-photos/words-and-photos';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { useWordsAndPhotos } from '@/lib/use-words-and-photos';
import { CAMPAIGN_STALE } from './campaign-stale';
import './campaign.css';

/** The steps to mark, what to make public, asking for money to be spent, taking it back: for whoever answers for it, and for staff who record it in their place. */
export function OwnerPart({ campaign, onAskSpending }: { campaign: CampaignView; onAskSpending: (() => void) | null }) {
  const { may, answerable } = campaign;
  const canSpend = may.askSpending && onAskSpending !== null;
  if (!may.markMilestone && !may.report && !canSpend && !may.withdraw) return null;
  return (
    <View>
      <SectionHead title={answerable.isMe ? '您在张罗' : `替${answerable.name}记一笔`} />
      {!answerable.isMe && <View className="u-sub">这件事是 TA 在张罗。TA 不方便时，社区可以替 TA 记，邻居一样看得到。</View>}
      {may.markMilestone && <Steps campaign={campaign} />}
      <View className="u-stack u-mt3">
        {canSpend && <Button kind="secondary" icon="text" onClick={onAskSpending}>报一笔花销</Button>}
        {may.report && <ReportButton campaign={campaign} />}
        {may.withdraw && <Withdraw campaignId={campaign.campaignId} />}
      </View>
    </View>
  );
}

function Steps({ campaign: { campaignId, milestones } }: { campaign: CampaignView }) {
  const open = milestones.filter(({ doneAtMs }) => doneAtMs === null);
  const [chosen, setChosen] = useState<MilestoneView | null>(null);
  if (open.length === 0) return <View className="u-sub">每一步都办完了。</View>;
  return (
    <View>
      {open.map((milestone) => (
        <View key={milestone.milestoneId} className="mut-part u-row u-between u-gap3">
          <View className="u-grow"><View className="u-mid u-bold u-break">{milestone.text}</View><View className="u-cap">{formatDate(milestone.dueAtMs, serverNowMs())}前</View></View>
          <Button kind="green-tint" size="small" onClick={() => setChosen(milestone)}>办好了</Button>
        </View>
      ))}
      {chosen !== null && <MarkSheet campaignId={campaignId} milestone={chosen} onClose={() => setChosen(null)} />}
    </View>
  );
}

function MarkSheet({ campaignId, milestone: { milestoneId, text }, onClose }: { campaignId: string; milestone: MilestoneView; onClose: () => void }) {
  const words = useWordsAndPhotos(`mutual.mark.${milestoneId}`, LIMITS.photosPerProof, 'campaignPhoto');
  const mark = useApiCommand('mutual.markMilestone', { about: milestoneId, invalidates: CAMPAIGN_STALE, onDone: () => { words.draft.clear(); onClose(); toast('记好了，邻居都看得到'); } });
  const note = words.draft.value.text.trim();
  return (
    <Sheet isOpen title={text} onClose={onClose} action={<Button kind="green" busy={mark.isBusy} busyText="正在记…" disabled={note === '' || words.uploads.isSending} reason={note === '' ? '先写一句' : '照片还在传'} onClick={() => mark.run({ campaignId, milestoneId, note, photos: words.uploads.fileIds })}>这一步办好了</Button>}>
      <WordsAndPhotosFields words={words} command={mark} field="note" placeholder="比如：砖和水泥都到了，放在车棚边" maxLength={LIMITS.noteCharacters} />
    </Sheet>
  );
}

function ReportButton({ campaign: { campaignId, may, isDisclosureOverdue } }: { campaign: CampaignView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View>
      <Button kind={isDisclosureOverdue ? 'green' : 'secondary'} icon="horn" onClick={() => setOpen(true)}>{isDisclosureOverdue ? '该公开了，现在写' : '向大家公开一次'}</Button>
      {isOpen && <ReportSheet campaignId={campaignId} kind={may.reportWhole ? 'final' : 'periodic'} onClose={() => setOpen(false)} />}
    </View>
  );
}

function ReportSheet({ campaignId, kind, onClose }: { campaignId: string; kind: DisclosureKind; onClose: () => void }) {
  const words = useWordsAndPhotos(`mutual.report.${campaignId}.${kind}`, LIMITS.photosPerWish, 'campaignPhoto');
  const report = useApiCommand('mutual.report', { about: `${campaignId}:${kind}`, invalidates: CAMPAIGN_STALE, onDone: () => { words.draft.clear(); onClose(); toast('公开了，邻居都看得到'); } });
  const text = words.draft.value.text.trim();
  return (
    <Sheet isOpen title={DISCLOSURE_KIND_LABEL[kind]} onClose={onClose} action={<Button kind="green" busy={report.isBusy} busyText="正在公开…" disabled={text === '' || words.uploads.isSending} reason={text === '' ? '先写办了什么' : '照片还在传'} onClick={() => report.run({ campaignId, kind, text, photos: words.uploads.fileIds })}>公开给大家</Button>}>
      <WordsAndPhotosFields words={words} command={report} field="text" placeholder="办了什么、钱用在哪、还差什么" maxLength={LIMITS.storyCharacters} />
    </Sheet>
  );
}

function Withdraw({ campaignId }: { campaignId: string }) {
  const [isOpen, setOpen] = useState(false);
  const withdraw = useApiCommand('mutual.withdraw', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => { setOpen(false); toast('收回来了'); } });
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>不办了，收回</Button>
      <Sheet isOpen={isOpen} title="收回这件事？" onClose={() => setOpen(false)} action={<Button kind="secondary" busy={withdraw.isBusy} busyText="正在收回…" onClick={() => withdraw.run({ campaignId })}>收回</Button>}>
        <View className="u-body">还没开始，收回来不影响谁。写好的还在“我提的”里。</View>
        {withdraw.failure !== null && <View className="u-sub u-accent u-mt3">{withdraw.failure.message}</View>}
      </Sheet>
    </View>
  );
}
