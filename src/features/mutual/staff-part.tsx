import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CampaignView } from '@contract';
import { Button } from '@/components/button/button';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { CAMPAIGN_STALE } from './campaign-stale';
import { CloseSheet } from './close-sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';

/** What to look for before saying yes. */
const CHECKS = ['四件事都写清楚了：谁在办、办过什么、用在哪、到哪一步', '金额和步骤说得过去，都在能花的那几类里', '动公共部分的，表决和物业同意的纸看过，数字对得上', '不是给生病、困难的个人筹钱；照片里没有人脸和门牌'] as const;

/** For staff: what to check, its papers, and what can be done with it from here. */
export function StaffPart({ campaign }: { campaign: CampaignView }) {
  const { campaignId, may, paperUrls } = campaign;
  const canAct = may.enterCash || may.nextStage || may.close || may.cancel;
  if (!may.decide && !canAct && paperUrls.length === 0) return null;
  return (
    <View>
      <SectionHead title={may.decide ? '请您看' : '社区'} />
      {may.decide && CHECKS.map((line, index) => <View key={line} className="u-mid u-mt2">{index + 1}. {line}</View>)}
      {paperUrls.length > 0 && <View className="u-mt3"><View className="u-cap u-mt2">凭据的照片，不对邻居公开</View><View className="u-mt2"><PhotoGrid urls={paperUrls} label="凭据" /></View></View>}
      {canAct && (
        <View className="u-stack u-mt3">
          {may.enterCash && <Button kind="secondary" icon="edit" onClick={() => openPage('enterCash', { id: campaignId })}>记一笔现金</Button>}
          {may.nextStage && <Button kind="secondary" icon="plus" onClick={() => openPage('nextStage', { id: campaignId })}>开下一段</Button>}
          {may.close && <Close campaign={campaign} />}
          {may.cancel && <Cancel campaignId={campaignId} hasMoney={campaign.minimumFen !== null} />}
        </View>
      )}
    </View>
  );
}

function Cancel({ campaignId, hasMoney }: { campaignId: string; hasMoney: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const cancel = useApiCommand('mutual.cancel', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => { setOpen(false); toast(hasMoney ? '取消了，钱自己退回去' : '取消了'); } });
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>取消这件事</Button>
      <WordsSheet isOpen={isOpen} title="取消这件事？" {...(hasMoney ? { note: '已经给的每一分都原路退回，出过的人都会收到您写的原因。' } : {})} placeholder="为什么，大家会看到" actionText={hasMoney ? '取消，钱都退回去' : '取消，告诉大家'} busyText="正在告诉大家…" command={cancel} field="reason" onClose={() => setOpen(false)} onSend={(reason) => cancel.run({ campaignId, reason })} />
    </View>
  );
}

function Close({ campaign }: { campaign: CampaignView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View>
      <Button kind="secondary" icon="flag" onClick={() => setOpen(true)}>办完了，结账</Button>
      {isOpen && <CloseSheet campaign={campaign} onClose={() => setOpen(false)} />}
    </View>
  );
}
