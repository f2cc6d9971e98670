import { View } from '@tarojs/components';
import { ROUND_KIND_LABEL, ROUND_STATE_LABEL, type RoundDetailView, type RoundSumsView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { ShareDots } from '@/components/share-dots/share-dots';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { fruitsOf, roundSpanNow, spacedCode, sumsSentence } from './round-words';
import './round.css';

const FRUITS_MAX = 40;

/** What a round is about, until when, and how far it is in persimmons. */
export function RoundHead({ round }: { round: RoundDetailView }) {
  const nowMs = serverNowMs();
  return (
    <View className="rnd-head">
      <View className="rnd-branch"><Drawing name="branch" size={120} /></View>
      <View className="u-row u-gap2 rnd-meta">
        <Tag tone={round.state === 'open' ? 'green' : 'plain'}>{ROUND_STATE_LABEL[round.state]}</Tag>
        <View className="u-cap">{ROUND_KIND_LABEL[round.kind]} · {round.areaName}</View>
      </View>
      <View className="u-display u-mt2 rnd-title">{round.title}</View>
      {round.theme !== '' && <View className="u-body u-ink2 u-mt2">{round.theme}</View>}
      <View className="u-sub u-mt2">{roundSpanNow(round, nowMs)}</View>
      <View className="rnd-sums"><RoundFruits sums={round.sums} /></View>
    </View>
  );
}

/** Shares of all its wishes together: full, half, hollow. */
export function RoundFruits({ sums, size }: { sums: RoundSumsView; size?: number }) {
  const fruits = fruitsOf(sums.shares, FRUITS_MAX);
  return (
    <View>
      <View className="u-row u-between u-baseline u-gap3">
        <View className="u-h2">{sums.wishes} 个心愿，办好 {sums.wishesDone} 个</View>
        {fruits.each > 1 && <View className="u-cap u-fixed">一颗 = {fruits.each} 份</View>}
      </View>
      {sums.shares.wanted > 0 && <View className="u-mt3"><ShareDots delivered={fruits.delivered} held={fruits.held} open={fruits.open} always {...(size === undefined ? {} : { size })} /></View>}
      <View className="u-sub u-mt2">{sumsSentence(sums)}</View>
    </View>
  );
}

/** The six characters people type, large enough to be read across a table. */
export function CodePlate({ code, note }: { code: string; note: string }) {
  return (
    <View className="rnd-code">
      <View className="u-sub">现场码</View>
      <View className="rnd-code-figure">{spacedCode(code)}</View>
      <View className="u-cap">{note}</View>
    </View>
  );
}
