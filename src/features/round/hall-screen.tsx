import { Image, View } from '@tarojs/components';
import type { HallClaimView, HallView, RoundDetailView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { ShareDots } from '@/components/share-dots/share-dots';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { fruitsOf, heldWords, spacedCode, sumsSentence } from './round-words';
import './hall.css';

const FRUITS_MAX = 60;
const NAMES_SHOWN = 7;
const FREE_SHOWN = 6;

interface HallScreenProps {
  readonly round: RoundDetailView;
  readonly hall: HallView;
  /** Claims seen so far, the newest first. */
  readonly claims: readonly HallClaimView[];
  /** The last look failed; what stands here is from before. */
  readonly isStale: boolean;
  /** The mini-program code to scan; null while there is none. */
  readonly pictureUri: string | null;
}

/** The screen of a hall: how to come in, persimmons that fill, who just helped. No race, nobody is ranked. */
export function HallScreen({ round, hall, claims, isStale, pictureUri }: HallScreenProps) {
  const isOver = round.state === 'closed' || hall.nowMs >= round.endsAtMs;
  return (
    <View className="hall">
      <View className="hall-left">
        <View className="hall-place">{round.areaName}</View>
        <View className="hall-title">{round.title}</View>
        {round.theme !== '' && <View className="hall-theme">{round.theme}</View>}
        {isOver && <Over />}
        {!isOver && round.screenCode !== null && <HowToEnter code={round.screenCode} pictureUri={pictureUri} />}
      </View>
      <View className="hall-middle"><Sums hall={hall} /></View>
      <View className="hall-right">
        <View className="hall-h">{isOver ? '来认领的邻居' : '刚刚认领的邻居'}</View>
        {claims.length === 0 && <View className="hall-quiet">{isOver ? '这次还没有人认领。' : '还没有人认领，第一颗柿子等着您。'}</View>}
        {claims.slice(0, NAMES_SHOWN).map((claim) => <ClaimLine key={claim.claimId} claim={claim} />)}
      </View>
      <View className="hall-foot">
        {hall.free.length === 0 ? <View className="hall-quiet">都有人认了，谢谢大家。</View> : <View className="hall-foot-h">还等人帮</View>}
        {hall.free.slice(0, FREE_SHOWN).map((wish) => (
          <View key={wish.wishId} className="hall-free">
            <Drawing name={pictureOf(wish.pictureKey)} size={30} />
            <View className="hall-free-title">{wish.title}</View>
            <View className="hall-free-left">{wish.left} 份</View>
          </View>
        ))}
        {isStale && <View className="hall-stale">网断了一下，正在接上</View>}
      </View>
    </View>
  );
}

/** The code leads nowhere any more; what was not taken stays on the wall. */
function Over() {
  return (
    <View className="hall-enter">
      <View className="hall-h">活动结束了，谢谢大家</View>
      <View className="hall-enter-words">没认完的还在“心愿”里，回家也能接着认领。</View>
    </View>
  );
}

function HowToEnter({ code, pictureUri }: { code: string; pictureUri: string | null }) {
  return (
    <View className="hall-enter">
      {pictureUri !== null && <Image className="hall-picture" src={pictureUri} mode="aspectFit" />}
      <View className="hall-enter-words">{pictureUri === null ? '' : '扫一扫；或者'}打开“邻愿”，在“心愿”里点“现场认领”，输入</View>
      <View className="hall-code">{spacedCode(code)}</View>
    </View>
  );
}

function Sums({ hall }: { hall: HallView }) {
  const fruits = fruitsOf(hall.sums.shares, FRUITS_MAX);
  const { wanted, left } = hall.sums.shares;
  return (
    <View>
      <View className="hall-figure">{wanted - left}<View className="hall-figure-unit">份有人认了，一共 {wanted} 份</View></View>
      <View className="hall-fruits"><ShareDots delivered={fruits.delivered} held={fruits.held} open={fruits.open} size={32} always /></View>
      <View className="hall-sentence">{sumsSentence(hall.sums)}{fruits.each > 1 && <View className="hall-each">（一颗是 {fruits.each} 份）</View>}</View>
    </View>
  );
}

function ClaimLine({ claim }: { claim: HallClaimView }) {
  return (
    <View className="hall-line">
      <View className="hall-line-picture"><Drawing name={pictureOf(claim.pictureKey)} size={30} /></View>
      <View className="hall-line-words">
        <View className="hall-line-name">{claim.giverText}<View className="hall-line-clock">{heldWords(claim.heldAtMs, serverNowMs())}</View></View>
        <View className="hall-line-wish">认领 {claim.shares} 份 · {claim.wishTitle}</View>
      </View>
    </View>
  );
}
