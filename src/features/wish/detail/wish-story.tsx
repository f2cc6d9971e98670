import { View } from '@tarojs/components';
import { TRADE_CERTIFICATE_LABEL, type TimelineEntryView, type WishDetailView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { KeyValue } from '@/components/key-value/key-value';
import { SectionHead } from '@/components/section-head/section-head';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Timeline } from '@/components/timeline/timeline';
import { formatDeadline, formatRemaining, formatShortDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { MyVoice } from './my-voice';
import './detail.css';

/** The words, the facts, who helps, and how far it has come. */
export function WishStory({ wish }: { wish: WishDetailView }) {
  return (
    <View>
      {wish.story !== '' && <View className="detail-story u-story">{wish.story}</View>}
      <MyVoice wish={wish} />
      <View className="u-mt5"><KeyValue rows={factRows(wish)} /></View>
      <Helpers wish={wish} />
      <View className="detail-section">
        <SectionHead title="走到哪一步了" />
        <WishTimeline wish={wish} />
      </View>
    </View>
  );
}

function factRows(wish: WishDetailView) {
  const nowMs = serverNowMs();
  const leftText = wish.windowEndMs <= nowMs ? '日子已经过了' : formatRemaining(wish.windowEndMs, nowMs);
  return [
    { icon: 'pin' as const, label: wish.handoverText, value: [wish.placeText, wish.walkText].filter((part) => part !== null && part !== '').join(' · ') },
    { icon: 'clock' as const, label: `${formatDeadline(wish.windowEndMs, nowMs)}送到`, value: wish.state === 'open' ? leftText : '' },
    ...(wish.tradeCertificate === null ? [] : [{ icon: 'shield' as const, label: `要有${TRADE_CERTIFICATE_LABEL[wish.tradeCertificate]}维修的资质`, value: '请登记过的商户或单位来认领' }]),
    { icon: 'lock' as const, label: '不公开姓名、门牌和电话', value: wish.handover === 'station' ? '认领以后，需要时由社工帮两边联系' : '约好以后，两边可以各自留个电话' },
  ];
}

function Helpers({ wish }: { wish: WishDetailView }) {
  // Whoever receives has the same people above, with what they can do.
  if (wish.helpers.length === 0 || wish.incoming.length > 0) return null;
  return (
    <View className="detail-section">
      <SectionHead title="谁在帮" />
      {wish.helpers.map((helper) => (
        <View key={helper.claimId} className="detail-helper">
          <Avatar name={helper.name} size={40} />
          <View className="u-grow">
            <View className="u-h3">{helper.isMe ? '我' : helper.name}{wish.shares.wanted > 1 ? ` · ${helper.shares} 份` : ''}</View>
            {helper.noteText !== '' && <View className="u-cap">{helper.noteText}</View>}
            {helper.hasRecord && <View className="u-links"><Button kind="text" size="small" block={false} onClick={() => void openPage('giverRecord', { wishId: wish.wishId, claimId: helper.claimId })}>邻居们怎么看</Button></View>}
          </View>
          <StatusTag state={helper.state} />
        </View>
      ))}
    </View>
  );
}

/** What is going on now is today, whatever day it ends; the note says that. */
function dateText(entry: TimelineEntryView, nowMs: number): string {
  if (entry.phase === 'now') return '今天';
  return entry.atMs === null ? '' : formatShortDate(entry.atMs, nowMs);
}

function WishTimeline({ wish }: { wish: WishDetailView }) {
  const nowMs = serverNowMs();
  return (
    <Timeline
      steps={wish.timeline.map((entry, index) => ({
        key: `${index}-${entry.title}`,
        dateText: dateText(entry, nowMs),
        title: entry.title,
        note: entry.note,
        state: entry.phase,
      }))}
    />
  );
}
