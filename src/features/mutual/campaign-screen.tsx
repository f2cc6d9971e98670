import { View } from '@tarojs/components';
import type { CampaignView, NeedView } from '@contract';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { CampaignGoal, CampaignHead } from './campaign-head';
import { CampaignChecks, CampaignDisclosures, CampaignFactsPart, CampaignMilestones, CampaignNeeds, CampaignReport, CampaignUses, EarlierStages } from './campaign-parts';
import { LedgerPart } from './ledger-part';

interface CampaignBodyProps {
  readonly campaign: CampaignView;
  /** Opens what one can give besides money; null where there is nothing to open yet. */
  readonly onOpenNeed: ((need: NeedView) => void) | null;
}

/** Everything its people read, in the order in which one asks: how far, what came of it, who and what for, the book, what else, what comes next. */
export function CampaignBody({ campaign, onOpenNeed }: CampaignBodyProps) {
  const { story, photoUrls, answerable } = campaign;
  return (
    <View>
      <CampaignHead campaign={campaign} />
      <CampaignGoal campaign={campaign} />
      <CampaignReport campaign={campaign} />
      <CampaignFactsPart campaign={campaign} />
      <CampaignChecks campaign={campaign} />
      <LedgerPart campaign={campaign} />
      <CampaignNeeds campaign={campaign} onOpen={onOpenNeed} />
      <CampaignMilestones campaign={campaign} />
      <CampaignUses campaign={campaign} />
      <SectionHead title="为什么办" />
      <View className="u-story u-preline u-break">{story}</View>
      {photoUrls.length > 0 && <View className="u-mt3"><PhotoGrid urls={photoUrls} /></View>}
      <View className="u-cap u-mt3">{answerable.name}张罗：{answerable.sinceText}</View>
      <CampaignDisclosures campaign={campaign} />
      <EarlierStages campaign={campaign} />
    </View>
  );
}
