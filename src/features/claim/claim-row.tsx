import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { type ClaimView, helpWords } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tag } from '@/components/tag/tag';
import { TitleWords } from '@/components/title-words/title-words';
import { aria } from '@/lib/aria';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';

interface ClaimRowProps {
  readonly claim: ClaimView;
  readonly onOpen: () => void;
  readonly onPlan: () => void;
  readonly onDeliver: () => void;
  /** Stands among the links while the two may call each other. */
  readonly contact?: ReactNode;
  /** Reads along without answering for the giver: no links to act with. */
  readonly isReadOnly?: boolean;
}

/** One of my claims: what is so now, until when, and the one next act. */
export function ClaimRow({ claim, onOpen, onPlan, onDeliver, contact, isReadOnly = false }: ClaimRowProps) {
  return (
    <Card>
      {/* Only the head opens the wish: a tap on the button below must not do both. */}
      <View className="u-row u-top u-gap3" {...aria({ role: 'link', label: claim.wishTitle })} onClick={onOpen}>
        <PictureTile drawing={pictureOf(claim.pictureKey)} size={60} />
        <View className="u-grow">
          <TitleWords text={claim.wishTitle} className="u-h3" />
          <View className="u-row u-wrap u-gap2 u-mt1">
            {claim.isOverdue ? <Tag tone="accent" icon="clock">过了日子</Tag> : <StatusTag state={claim.state} />}
            {claim.isErrand && <Tag icon="home">跑腿</Tag>}
            {claim.shares > 1 && <View className="u-sub">{claim.shares} 份</View>}
            {(claim.giverKind === 'unit' || claim.giverKind === 'merchant') && <View className="u-sub">{claim.giverName}</View>}
          </View>
        </View>
      </View>
      <View className={`u-row u-top u-gap2 u-mt3 u-sub ${claim.isOverdue ? 'u-accent u-bold' : ''}`}>
        {claim.nextStep !== 'done' && claim.nextStep !== 'ended' && <Icon name="clock" size={18} />}
        <View className="u-grow">{claim.statusText}</View>
      </View>
      {claim.isErrand && (claim.nextStep === 'plan' || claim.nextStep === 'deliver') && <View className="u-row u-top u-gap2 u-mt1 u-sub"><Icon name="pin" size={18} /><View className="u-grow">{claim.handoverText}；取的时候报您的名字</View></View>}
      {claim.nextStep === 'plan' && <View className="u-mt4"><Button kind="tint" onClick={onPlan}>定{helpWords(claim).when}</Button></View>}
      {claim.nextStep === 'deliver' && <View className="u-mt4"><Button kind="tint" onClick={onDeliver}>{helpWords(claim).done}，说一声</Button></View>}
      {!isReadOnly && <HandoverLinks claim={claim} contact={contact} onGiveBack={onDeliver} />}
    </Card>
  );
}

/** For the social worker only; from the plan on, because nobody may open the door. */
function NoteLink({ claim }: { claim: ClaimView }) {
  return <Button kind="text" size="small" onClick={() => openPage('giverNote', { wishId: claim.wishId, claimId: claim.claimId })}>{claim.state === 'planned' ? '没人在，或不安全' : '跟社工说一声'}</Button>;
}

/** Around a handover: the other side's code instead of a photo, and a word when something is not right. */
function HandoverLinks({ claim, contact, onGiveBack }: { claim: ClaimView; contact: ReactNode; onGiveBack: () => void }) {
  const about = { wishId: claim.wishId, claimId: claim.claimId };
  if (claim.isDisputed) return <View className="u-links u-mt2"><Button kind="text" size="small" onClick={() => openPage('dispute', about)}>看社区问得怎样</Button></View>;
  if (claim.state === 'confirmed') return <View className="u-links u-mt2"><NoteLink claim={claim} /></View>;
  if (claim.state !== 'planned' && claim.state !== 'delivered') return null;
  return (
    <View className="u-links u-mt2">
      {claim.canContact && contact}
      <Button kind="text" size="small" icon="lock" onClick={() => openPage('redeemCode', { ...about, title: claim.wishTitle })}>输对方的交接码</Button>
      <Button kind="text" size="small" onClick={() => openPage('dispute', about)}>有点不对</Button>
      {/* Stands on the page where one says that it came. */}
      {claim.isOverdue && <Button kind="text" size="small" onClick={onGiveBack}>来不及了</Button>}
      <NoteLink claim={claim} />
    </View>
  );
}
