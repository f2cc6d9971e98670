import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { ROLE_LABEL, type MeView } from '@contract';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { CallListCount } from '@/features/call-list/call-list-count';
import { DirectedDeskCount } from '@/features/directed/desk-count';
import { CodeCard } from '@/features/member/code-card';
import { SelfHeader, Tile } from '@/features/member/me-parts';
import { MemberGate } from '@/features/member/member-gate';
import { countWords } from '@/features/member/count-words';
import { decideWorkbenches } from '@/features/member/workbenches';
import { PointsDoor } from '@/features/points/points-door';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { callPhone } from '@/lib/call-phone';
import { openPage, type PageName } from '@/lib/pages';
import { invalidateRoutes, useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的: who I am, what is mine, the workbenches of my roles, settings. */
export default function MePage() {
  useListPage({ refresh: () => invalidateRoutes(['member.me', 'wish.mine', 'claim.mine', 'points.mine']) });
  return (
    <Screen title="我的" back={false}>
      <MemberGate back="me">{(me) => <Mine me={me} />}</MemberGate>
    </Screen>
  );
}

/** What waits behind a door, where the door says it. */
const rightOf = (page: PageName, me: MeView): { readonly right?: ReactNode } =>
  page === 'directedDesk' ? { right: <DirectedDeskCount /> } : page === 'callList' ? { right: <CallListCount areaId={staffAreaOf(me)} /> } : {};

function Mine({ me }: { me: MeView }) {
  const workbenches = decideWorkbenches(me.roles);
  return (
    <View>
      <SelfHeader me={me} />
      <View className="u-mt4"><PointsDoor onOpen={() => void openPage('points')} /></View>
      <View className="u-mt3"><MyThings me={me} /></View>
      {workbenches.length > 0 && (
        <View>
          <SectionHead title="我的工作台" />
          <View className="mem-links">
            {workbenches.map((bench) => (
              <LinkRow key={bench.page} icon={bench.icon} note={bench.note} onClick={() => void openPage(bench.page)} {...rightOf(bench.page, me)}>{bench.title}</LinkRow>
            ))}
          </View>
        </View>
      )}
      <View className="u-mt6">
        <CodeCard code={me.code} note="要开通志愿者、群主这些身份时，念给社区工作人员听。" />
      </View>
      <View className="u-mt3">
        <View className="mem-links">
          <LinkRow icon="text" onClick={() => void openPage('settings')}>字大小、关怀模式、称呼</LinkRow>
          <LinkRow icon="wish" note="能帮什么、适合您的心愿、资源地图" onClick={() => void openPage('supplies')}>我能提供的</LinkRow>
          <LinkRow icon="users" note="单位、党支部、一家人，用一个名字认领" onClick={() => void openPage('myUnits')}>我的单位</LinkRow>
          <LinkRow icon="store" note="有店就能用店的名义帮忙，店员也一起来" onClick={() => void openPage('myShops')}>我的店</LinkRow>
          <LinkRow icon="clock" note="去帮忙的时间，一条一条记着" onClick={() => void openPage('myHours')}>我的时长</LinkRow>
          <LinkRow icon="gift" note="给互助和定向赠与出的钱，收据和退回来的" onClick={() => void openPage('myContributions')}>我出过的</LinkRow>
          <LinkRow icon="box" note="我、我的店、我的单位给的，办到哪一步" onClick={() => void openPage('myDirected')}>我的定向赠与</LinkRow>
          <LinkRow icon="check" note="志愿服务的时长，自己就能开；也能核对别人的" onClick={() => void openPage('certificates')}>我的证明</LinkRow>
          <LinkRow icon="star" note="有没有积分、为什么" onClick={() => void openPage('myRatings')}>我评过的</LinkRow>
          <LinkRow icon="list" note="合在一起看，看不出是谁" onClick={() => void openPage('ratingSums')}>别人怎么评我的帮忙</LinkRow>
          <LinkRow icon="wish" note="您说的、别人跟您说的，只有两边看得到" onClick={() => void openPage('myThanks')}>谢谢的话</LinkRow>
          <LinkRow icon="shield" note={rolesText(me)} onClick={() => void openPage('myRoles')}>我的身份</LinkRow>
          <LinkRow icon="gift" onClick={() => void openPage('benefits')}>能申请的补贴</LinkRow>
          <LinkRow icon="phone" note="社区给您编号后，在这里输" onClick={() => void openPage('takeOver')}>接过我以前的记录</LinkRow>
          <LinkRow icon="lock" onClick={() => void openPage('privacy')}>隐私：留了什么，怎么带走</LinkRow>
          <LinkRow icon="users" note="社区要办的事，哪几样最要紧" onClick={() => void openPage('consults')}>一起商量</LinkRow>
          <LinkRow icon="horn" note="大一点的帮助，先给邻居们看几天" onClick={() => void openPage('publicityBoard')}>公示栏</LinkRow>
          <LinkRow icon="flag" note="悄悄告诉社区，我们替您保密" onClick={() => void openPage('suggestPerson')}>说一位要帮的邻居</LinkRow>
          <LinkRow icon="list" note="项目经费有多少、花在哪里，每笔都有收据" onClick={() => void openPage('fund')}>社区发展基金</LinkRow>
          <LinkRow icon="phone" note={me.dutyPhone} onClick={() => void callPhone(me.dutyPhone)}>打社区电话</LinkRow>
        </View>
      </View>
    </View>
  );
}

/** "居民、社工": everybody is a resident first. */
function rolesText(me: MeView): string {
  return ['居民', ...new Set(me.roles.map((held) => ROLE_LABEL[held.role]))].join('、');
}

/** My wishes, my claims, messages, each with what waits there. */
function MyThings({ me }: { me: MeView }) {
  const wishes = useApiPages('wish.mine', {});
  const claims = useApiPages('claim.mine', { open: true });
  const wishesWait = wishes.items.filter((wish) => wish.nextStep !== null).length;
  const claimsWait = claims.items.filter((claim) => claim.nextStep === 'plan' || claim.nextStep === 'deliver').length;
  return (
    <View className="mem-tiles">
      <Tile
        drawing="hand"
        word="我的心愿"
        count={wishesWait > 0 ? `${wishesWait} 件等您` : countWords(wishes.items.length, wishes.isEnd, '件', wishes.isLoading ? '　' : '还没发过')}
        wants={wishesWait > 0}
        onOpen={() => void openPage('myWishes')}
      />
      <Tile
        drawing="goods"
        word="我的认领"
        count={claimsWait > 0 ? `${claimsWait} 份要送` : countWords(claims.items.length, claims.isEnd, '份在办', claims.isLoading ? '　' : '没有在办的')}
        wants={claimsWait > 0}
        onOpen={() => void openPage('myClaims')}
      />
      <Tile
        drawing="calendar"
        word="消息"
        count={me.unreadNotices > 0 ? `${me.unreadNotices} 条没看` : '都看过了'}
        wants={me.unreadNotices > 0}
        onOpen={() => void openPage('notices')}
      />
    </View>
  );
}
