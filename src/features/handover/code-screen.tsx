import { Image, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { HandoverCodeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { svgUri } from '@/drawings';
import { aria } from '@/lib/aria';
import { formatMoment } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { qrSvg } from '@/lib/qr-svg';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { codeText, spokenDigits } from './code-text';
import { useIssuedCode } from './use-issued-code';
import './handover.css';

interface CodeScreenProps {
  readonly wishId: string;
  readonly claimId: string;
}

/** Six large digits and the same as a picture, for whoever brings the thing or keeps the station. */
export function CodeScreen({ wishId, claimId }: CodeScreenProps) {
  const issued = useIssuedCode(claimId);
  const issue = useApiCommand('handover.issueCode', { about: claimId });
  const isAsked = useRef(false);
  const renew = async (): Promise<void> => {
    const view = await issue.run({ wishId, claimId });
    if (view !== null) issued.keep(view);
  };
  useEffect(() => {
    if (isAsked.current || issued.view !== null) return;
    isAsked.current = true;
    void renew();
  });
  const { view } = issued;
  return (
    <Screen title="交接码" bottom={view === null ? undefined : <BottomBar failure={issue.failure}><Button kind="secondary" icon="refresh" busy={issue.isBusy} busyText="正在换…" onClick={renew}>换一个新码</Button></BottomBar>}>
      {view !== null && <CodeCard view={view} wishId={wishId} claimId={claimId} />}
      {view === null && issue.failure === null && <SkeletonList kind="row" count={3} />}
      {view === null && issue.failure !== null && <ErrorState failure={issue.failure} onRetry={() => void renew()} link={{ text: '返回', onClick: () => void goBack() }} />}
    </Screen>
  );
}

function CodeCard({ view, wishId, claimId }: CodeScreenProps & { view: HandoverCodeView }) {
  const src = svgUri(qrSvg(codeText({ wishId, claimId, code: view.code })));
  return (
    <View>
      <View className="u-title">见到东西，再给对方看</View>
      <View className="u-sub u-mt1">读给对方听，或让对方扫一下，就算收到了。</View>
      <View className="ho-code u-mt5">
        <View className="ho-digits" {...aria({ role: 'img', label: `交接码 ${[...view.code].join(' ')}` })}>{spokenDigits(view.code)}</View>
        <View className="ho-qr" {...aria({ role: 'img', label: '交接码的图' })}><Image className="ho-qr-image" src={src} mode="scaleToFill" /></View>
        <View className="u-sub u-mt3">{formatMoment(view.expiresAtMs, serverNowMs())} 前有用，只用一次</View>
      </View>
      <View className="u-mt4"><Notice icon="lock">没见到东西，先别把码给别人。家里人去驿站替您取，把这六个数告诉 TA 就行。</Notice></View>
    </View>
  );
}
