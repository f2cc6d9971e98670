import { View } from '@tarojs/components';
import type { CampaignView, NeedView } from '@contract';
import { Card } from '@/components/card/card';
import { Drawing } from '@/components/drawing/drawing';
import { FourFacts } from '@/components/four-facts/four-facts';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { Timeline } from '@/components/timeline/timeline';
import { UseBars } from '@/components/use-bars/use-bars';
import { formatDate, formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { DISCLOSURE_KIND_LABEL } from '@contract';
import { checkLines, isOver, milestoneSteps, returnWords } from './campaign-words';
import './campaign.css';

/** What came of it, once the whole was told: the first thing whoever comes then wants to know. */
export function CampaignReport({ campaign: { report } }: { campaign: CampaignView }) {
  if (report === null) return null;
  return (
    <View>
      <SectionHead title="办成了什么样" note={`${formatDate(report.atMs, serverNowMs())}公开`} />
      <View className="u-story u-preline u-break">{report.text}</View>
      {report.photoUrls.length > 0 && <View className="u-mt3"><PhotoGrid urls={report.photoUrls} label="办完的样子" /></View>}
    </View>
  );
}

/** 先看四件事, and what becomes of one's money. */
export function CampaignFactsPart({ campaign }: { campaign: CampaignView }) {
  const returned = returnWords(campaign);
  return (
    <View>
      <SectionHead title={campaign.state === 'succeeded' || isOver(campaign) ? '四件事' : '先看四件事'} />
      <FourFacts facts={campaign.facts} />
      {returned !== null && <View className="u-mt3"><Notice tone="good" icon="shield">{returned}</Notice></View>}
      {campaign.entityName !== null && <View className="u-cap u-mt2">钱由{campaign.entityName}收，邻愿不经手。</View>}
    </View>
  );
}

/** The owners' vote and the property company's consent, or that they are missing. */
export function CampaignChecks({ campaign }: { campaign: CampaignView }) {
  const lines = checkLines(campaign, serverNowMs());
  if (lines.length === 0) return null;
  return (
    <View>
      <SectionHead title="动公共部分，都同意了吗" />
      <Card>
        {lines.map(({ key, isThere, title, note }) => (
          <View key={key} className="mut-check">
            <View className={`mut-check-mark ${isThere ? '' : 'mut-check-missing'}`}><Icon name={isThere ? 'check' : 'clock'} size={20} /></View>
            <View className="u-grow"><View className="u-mid u-bold">{title}</View><View className="u-cap">{note}</View></View>
          </View>
        ))}
      </Card>
    </View>
  );
}

const NEED_LOOK = { hours: ['tools', '出把力'], goods: ['goods', '出东西'], place: ['calendar', '出地方'] } as const;

const leftWords = ({ text, unit, wanted, promised }: NeedView): string => (promised >= wanted ? `${text}，够了` : `${text}还差 ${wanted - promised} ${unit}`);

/** What one can give besides money. */
export function CampaignNeeds({ campaign, onOpen }: { campaign: CampaignView; onOpen: ((need: NeedView) => void) | null }) {
  // While a stage is counted nobody knows whether anything is wanted.
  if (campaign.needs.length === 0 || campaign.state === 'counting' || isOver(campaign)) return null;
  return (
    <View>
      <SectionHead title={campaign.minimumFen === null ? '能帮上的' : '不出钱，也能出力'} />
      <View className="mut-help">
        {campaign.needs.map((need) => {
          const [drawing, title] = NEED_LOOK[need.kind];
          return (
            <Card key={need.needId} className="mut-help-tile" {...(onOpen === null ? {} : { onClick: () => onOpen(need) })}>
              <Drawing name={drawing} size={46} />
              <View className="u-bold u-mt1">{title}</View>
              <View className="u-cap">{leftWords(need)}</View>
            </Card>
          );
        })}
      </View>
    </View>
  );
}

/** What the money is for and how far it is spent, as a picture. */
export function CampaignUses({ campaign }: { campaign: CampaignView }) {
  const { uses } = campaign;
  if (uses.length === 0) return null;
  return (
    <View>
      <SectionHead title="钱花在哪儿" note={`打算花 ${formatMoney(uses.reduce((sum, { plannedFen }) => sum + plannedFen, 0))}`} />
      <UseBars uses={uses} tone="green" />
    </View>
  );
}

/** Each step with its date and, once done, its photos. */
export function CampaignMilestones({ campaign }: { campaign: CampaignView }) {
  const { milestones } = campaign;
  if (milestones.length === 0) return null;
  const photos = milestones.flatMap(({ photoUrls }) => photoUrls);
  return (
    <View>
      <SectionHead title="一步一步来" />
      <Timeline steps={milestoneSteps(milestones, serverNowMs())} />
      {photos.length > 0 && <View className="u-mt3"><PhotoGrid urls={photos} label="办的时候" /></View>}
    </View>
  );
}

/** What was made public and what is due. The report of the whole stands above, and answers dues that then have no words of their own; what is over owes none. */
export function CampaignDisclosures({ campaign }: { campaign: CampaignView }) {
  const { disclosures, report } = campaign;
  const told = disclosures.filter(({ text, doneAtMs }) => (doneAtMs === null ? !isOver(campaign) : text !== '' && text !== report?.text));
  if (told.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <View>
      <SectionHead title="向大家公开" />
      {told.map(({ disclosureId, kind, dueAtMs, doneAtMs, text, photoUrls }) => (
        <View key={disclosureId} className="mut-part">
          <View className="u-mid u-bold">{DISCLOSURE_KIND_LABEL[kind]}</View>
          <View className={`u-cap ${doneAtMs === null && dueAtMs < nowMs ? 'u-ochre' : ''}`}>{doneAtMs !== null ? `${formatDate(doneAtMs, nowMs)}公开` : dueAtMs < nowMs ? `该在 ${formatDate(dueAtMs, nowMs)}公开，晚了` : `${formatDate(dueAtMs, nowMs)}前公开`}</View>
          {text !== '' && <View className="u-mid u-preline u-mt1">{text}</View>}
          {photoUrls.length > 0 && <View className="u-mt2"><PhotoGrid urls={photoUrls} label="公开" /></View>}
        </View>
      ))}
    </View>
  );
}

/** Stages before this one, as they ended. */
export function EarlierStages({ campaign }: { campaign: CampaignView }) {
  if (campaign.earlierStages.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <View>
      <SectionHead title="前面几段" />
      {campaign.earlierStages.map(({ number, endsAtMs, settledFen }) => <View key={number} className="mut-part"><View className="u-mid u-bold">第 {number} 段，筹到 {formatMoney(settledFen)}</View><View className="u-cap">{formatDate(endsAtMs, nowMs)}截止</View></View>)}
    </View>
  );
}
