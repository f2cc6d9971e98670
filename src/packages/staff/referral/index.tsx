import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { REFERRAL_STATE_LABEL, ROLE_LABEL, type MeView, type ReferralView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { Lines } from '@/features/rescue/lines';
import { AnswerActs, OwnerActs } from '@/features/rescue/referral-acts';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { callPhone } from '@/lib/call-phone';
import { formatDeadline } from '@/lib/format';
import { goBack, readQuery, replacePage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 转介: what is asked, who has it, what was done, and the one next act. */
export default function StaffReferralPage() {
  const { params } = useRouter();
  const wishId = readQuery(params, 'wishId') ?? readQuery(params, 'id') ?? '';
  return (
    <Screen title="转介">
      <MemberGate back="staffReferrals" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Referral wishId={wishId} me={me} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function Referral({ wishId, me }: { wishId: string; me: MeView }) {
  const query = useApiQuery('referral.get', { wishId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看全部转介', onClick: () => void replacePage('staffReferrals') }} />;
  const referral = query.data;
  return (
    <View>
      <ReferralHead referral={referral} />
      <SectionHead title="走到哪一步了" />
      <Lines steps={referral.steps} />
      <View className="u-mt5">
        {referral.canAccept && <AnswerActs referral={referral} onDone={leave} />}
        {referral.canFinish && <OwnerActs referral={referral} fromAreaId={staffAreaOf(me)} onDone={leave} />}
        {!referral.canAccept && !referral.canFinish && referral.state !== 'done' && <Notice icon="clock">{referral.state === 'offered' ? `等${referral.toAreaName}回话` : `现在由${referral.ownerName}负责`}，到时候没动静会再找人。</Notice>}
      </View>
      <View className="u-mt4"><Notice icon="phone" onClick={() => void callPhone(me.dutyPhone)}>急的事打值班电话 {me.dutyPhone}</Notice></View>
    </View>
  );
}

/** Who does what, by name: the reader may be either side. */
const divisionOf = ({ class: kind, fromAreaName, toAreaName }: ReferralView): string => {
  if (kind === 'primary') return `主要由${fromAreaName}办`;
  return kind === 'assist' ? `${fromAreaName}负责，请${toAreaName}协助` : `转给${toAreaName}办`;
};

function ReferralHead({ referral }: { referral: ReferralView }) {
  const rows = [
    { label: '谁转来的', value: `${referral.fromAreaName} ${referral.fromName}` },
    { label: '转给谁', value: `${referral.toAreaName}的${ROLE_LABEL[referral.toRole]}` },
    { label: '怎么分工', value: divisionOf(referral) },
    { label: '现在谁负责', value: `${referral.ownerName}${referral.helperName === '' ? '' : `，${referral.helperName}一起办`}` },
    { label: '请做什么', value: referral.reason },
  ];
  return (
    <View className="u-mt2">
      <View className="u-row u-wrap u-gap2">
        <Tag tone={referral.state === 'done' ? 'plain' : 'accent'}>{referral.canAccept ? '等您回话' : REFERRAL_STATE_LABEL[referral.state]}</Tag>
        {referral.state !== 'done' && <Tag icon="clock">{formatDeadline(referral.dueAtMs, serverNowMs())}</Tag>}
        <Tag>第 {referral.hop} 次转</Tag>
        {referral.urgency === 'urgent' && <Tag tone="accent" icon="horn">急</Tag>}
      </View>
      <View className="u-row u-top u-gap3 u-mt3">
        <View className="u-grow">
          <View className="u-title">{referral.title}</View>
          <View className="u-sub u-mt1">{referral.placeText} · 还差 {referral.shares.left} 份{referral.shareNote === '' ? '' : ` · 一份 ${referral.shareNote}`}</View>
        </View>
        <PictureTile drawing={pictureOf(referral.pictureKey)} size={64} />
      </View>
      <View className="u-story u-mt3 u-preline">{referral.story}</View>
      <View className="u-mt4"><KeyValue rows={rows} /></View>
    </View>
  );
}
