import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { ExportPanel } from '@/features/member/export-panel';
import { LeavePanel } from '@/features/member/leave-panel';
import { KeptTable, PrivacyPromises } from '@/features/member/privacy-promises';
import { openPrivacyGuide, PRIVACY_VERSION } from '@/lib/privacy';
import { useSession } from '@/lib/session';

/** 隐私: what is kept, why, for how long, who sees it; to take it along, to leave. Open to those who have not joined. */
export default function PrivacyPage() {
  const session = useSession();
  return (
    <Screen title="隐私">
      <View className="u-display u-mt2">您的资料，您说了算</View>
      <View className="u-mt4"><PrivacyPromises /></View>
      <SectionHead title="一样一样说清楚" />
      <KeptTable />
      {session.me !== null && (
        <View>
          <SectionHead title="带走，或者离开" />
          <ExportPanel />
          <View className="u-mt2"><LeavePanel /></View>
        </View>
      )}
      <View className="u-center u-mt6">
        <View className="u-cap">版本 {PRIVACY_VERSION}</View>
        {process.env.TARO_ENV === 'weapp' && <Button kind="text" size="small" onClick={openPrivacyGuide}>看微信里备案的隐私指引</Button>}
      </View>
    </Screen>
  );
}
