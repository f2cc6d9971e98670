import { View } from '@tarojs/components';
import { POSTING_LEVEL_LABEL, PUBLICITY_STATE_LABEL, PUBLICITY_SUBJECT_LABEL, type PublicityView } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { Timeline } from '@/components/timeline/timeline';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { publicitySteps, STATE_LOOK, statusLine } from './publicity-words';

/** What anybody of the district reads: who, masked; what help; until when; where the paper hangs. */
export function PublicityFacts({ view }: { view: PublicityView }) {
  const nowMs = serverNowMs();
  const [tone, icon] = STATE_LOOK[view.state];
  return (
    <View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Tag tone={tone} icon={icon}>{PUBLICITY_STATE_LABEL[view.state]}</Tag>
        <Tag>{PUBLICITY_SUBJECT_LABEL[view.subjectKind]}</Tag>
      </View>
      <View className="u-display u-mt3">{view.maskedName}</View>
      <View className="u-story u-mt1 u-break">{view.aidText}</View>
      <View className="u-sub u-mt2">{[view.communityName, statusLine(view, nowMs)].filter((word) => word !== '').join(' · ')}</View>
      {view.calendarWarning !== null && <View className="u-mt3"><Notice tone="warn" title="结束的日子可能会变">{view.calendarWarning}</Notice></View>}
      <SectionHead title="走到哪一步" />
      <Timeline steps={publicitySteps(view, nowMs)} />
      <SectionHead title="纸质公示贴在" />
      <KeyValue rows={view.postings.map((posting) => ({ label: POSTING_LEVEL_LABEL[posting.level], value: <PostedAt posting={posting} nowMs={nowMs} /> }))} />
      <View className="u-cap u-mt4">只写称呼和帮什么。病情、住处、家里的事都不公开，也请您不要打听、不要转发。</View>
    </View>
  );
}

function PostedAt({ posting, nowMs }: { posting: PublicityView['postings'][number]; nowMs: number }) {
  if (posting.postedAtMs === null) return <View>还没贴</View>;
  return (
    <View>
      <View className="u-break">{posting.place}</View>
      <View className="u-cap">{formatDate(posting.postedAtMs, nowMs)}贴的</View>
    </View>
  );
}
