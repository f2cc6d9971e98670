import { View } from '@tarojs/components';
import type { ClaimView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { StatusTag } from '@/components/status-tag/status-tag';
import { TitleWords } from '@/components/title-words/title-words';
import { claimDueText } from './claim-words';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';

interface ClaimRowProps {
  readonly claim: ClaimView;
  readonly onOpen: () => void;
  readonly onPlan: () => void;
  readonly onDeliver: () => void;
}

/** One of my claims: what is so now, until when, and the one next act. */
export function ClaimRow({ claim, onOpen, onPlan, onDeliver }: ClaimRowProps) {
  const dueText = claimDueText(claim, serverNowMs());
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(claim.pictureKey)} size={60} />
        <View className="u-grow">
          <TitleWords text={claim.wishTitle} className="u-h3" />
          <View className="u-row u-wrap u-gap2 u-mt1">
            <StatusTag state={claim.state} />
            {claim.shares > 1 && <View className="u-sub">{claim.shares} 份</View>}
          </View>
        </View>
      </View>
      {claim.statusText !== '' && <View className="u-sub u-mt3">{claim.statusText}</View>}
      {dueText !== '' && (
        <View className={`u-row u-gap2 u-mt3 u-sub ${claim.isOverdue ? 'u-accent u-bold' : ''}`}>
          <Icon name="clock" size={18} />
          <View className="u-grow">{dueText}</View>
        </View>
      )}
      {claim.nextStep === 'plan' && <View className="u-mt4"><Button kind="tint" onClick={onPlan}>定哪天送</Button></View>}
      {claim.nextStep === 'deliver' && <View className="u-mt4"><Button kind="tint" onClick={onDeliver}>送到了，说一声</Button></View>}
    </Card>
  );
}
