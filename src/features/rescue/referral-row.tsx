import { View } from '@tarojs/components';
import { REFERRAL_STATE_LABEL, type ReferralView } from '@contract';
import { Icon } from '@/components/icon/icon';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { TitleWords } from '@/components/title-words/title-words';
import { aria } from '@/lib/aria';
import { pictureOf } from '@/lib/picture-of';
import { timeLeft } from '@/lib/working-time';
import './rescue.css';

/** Pure: who has it now, and how long. */
export function referralFacts(referral: ReferralView): readonly string[] {
  const left = timeLeft(referral.workingMinutesLeft).sentence;
  switch (referral.state) {
    case 'offered':
      return referral.canAccept ? [`${referral.fromAreaName}转来，等您回话`, left] : [`转给${referral.toAreaName}，等回话`, left];
    case 'accepted':
      return [`${referral.ownerName}负责${referral.helperName === '' ? '' : `，${referral.helperName}一起办`}`];
    case 'declined':
      return [`${referral.toAreaName}接不了，${referral.ownerName}再想办法`, left];
    case 'done':
      return [REFERRAL_STATE_LABEL.done];
  }
}

export function ReferralRow({ referral, onOpen }: { referral: ReferralView; onOpen: () => void }) {
  return (
    <View className="res-row" {...aria({ role: 'button', label: referral.title })} onClick={onOpen}>
      <PictureTile drawing={pictureOf(referral.pictureKey)} size={48} />
      <View className="u-grow">
        <TitleWords text={referral.title} className="u-bold" />
        <MetaLine className="u-cap u-mt1" parts={referralFacts(referral)} />
      </View>
      <Icon name="right" size={18} color="var(--ink-3)" />
    </View>
  );
}
