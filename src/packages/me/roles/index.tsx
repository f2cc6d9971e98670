import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ROLE_LABEL, type MeView } from '@contract';
import { Screen } from '@/components/screen/screen';
import { CodeCard } from '@/features/member/code-card';
import { MemberGate } from '@/features/member/member-gate';
import { OperatorForm } from '@/features/member/operator-form';
import { ROLE_NOTE } from '@/features/member/role-words';
import { openPage, readQuery, replacePage } from '@/lib/pages';

/** 我的身份; opened with `step=operator` it is the one-time page of whoever runs the program. */
export default function MyRolesPage() {
  const isOperator = readQuery(useRouter().params, 'step') === 'operator';
  if (isOperator) return <OperatorForm onDone={() => void replacePage('staffAreas')} />;
  return (
    <Screen title="我的身份">
      <MemberGate back="myRoles">{(me) => <MyRoles me={me} />}</MemberGate>
    </Screen>
  );
}

function MyRoles({ me }: { me: MeView }) {
  return (
    <View>
      <View className="mem-card u-mt2">
        <View className="mem-role">
          <View className="u-grow">
            <View className="u-h3">居民</View>
            <View className="u-sub">{me.communityName}：发心愿、认领心愿、评价</View>
          </View>
        </View>
        {me.roles.map((held) => (
          <View key={`${held.role}-${held.areaId}`} className="mem-role">
            <View className="u-grow">
              <View className="u-h3">{held.merchantName ?? ROLE_LABEL[held.role]}</View>
              <View className="u-sub">{held.areaName}：{ROLE_NOTE[held.role]}</View>
            </View>
          </View>
        ))}
      </View>
      <View className="u-mt6">
        <CodeCard code={me.code} note="要开通新的身份，把这 8 位念给社区工作人员听；他们查得到您，看不到您的电话。" />
      </View>
      <View className="u-mt4 u-center">
        <View className="mem-quiet-link" onClick={() => void openPage('myRoles', { step: 'operator' })}>我是运营方，第一次开通</View>
      </View>
    </View>
  );
}
