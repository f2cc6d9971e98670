import { View } from '@tarojs/components';
import type { CertificateView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { PictureButton } from '@/components/picture-button/picture-button';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Switch } from '@/components/switch/switch';
import { goBack, openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { CertificatePaper } from './certificate-paper';
import { certificateSheet } from './certificate-picture';
import { standingWords } from './certificate-words';
import { RevokeButton } from './revoke-sheet';
import './certificate.css';

/** One certificate: for its holder to keep and show, for staff to look at and to take back. */
export function CertificateScreen({ certificateId }: { certificateId: string }) {
  const read = useApiQuery('certificate.get', { certificateId });
  const view = read.data;
  return (
    <Screen title="证明" bottom={view === undefined ? undefined : <Acts view={view} />}>
      {read.isLoading && <SkeletonList count={3} kind="row" />}
      {read.failure !== null && view === undefined && <ErrorState failure={read.failure} onRetry={() => void read.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}
      {view !== undefined && <Certificate view={view} />}
    </Screen>
  );
}

/** What stands at the foot: only a certificate that says what is so is worth keeping as a picture. */
function Acts({ view }: { view: CertificateView }) {
  if (view.reader === 'staff') return view.canRevoke ? <BottomBar><RevokeButton certificate={view} /></BottomBar> : null;
  if (view.standing === 'valid') return <BottomBar><PictureButton sheetOf={() => certificateSheet(view)} title="证明的图片" note="长按图片也能存，或者发给要的人。要盖章，打印出来交给组织。" instead="截屏留下来，编号一样能核对" /></BottomBar>;
  return <BottomBar><Button onClick={() => openPage('makeCertificate')}>照现在的记录开一张</Button></BottomBar>;
}

function Certificate({ view }: { view: CertificateView }) {
  const standing = standingWords(view);
  return (
    <View>
      {view.standing !== 'valid' && <View className="u-mt2"><Notice tone={standing.tone} title={standing.title}>{standing.note}{view.why === '' ? '' : `社区写的原因：${view.why}`}</Notice></View>}
      <View className="u-mt3"><CertificatePaper facts={view} name={view.holderName} codeText={view.codeText} /></View>
      {view.reader === 'holder' && view.standing !== 'revoked' && <NameSwitch view={view} />}
      {view.reader === 'holder' && <View className="u-cap u-mt3">对方在“邻愿”里点“核对证明”，扫图或输编号，就知道是真的，有变更、撤销也看得到。编号给了谁，谁才查得到。</View>}
    </View>
  );
}

function NameSwitch({ view }: { view: CertificateView }) {
  const show = useApiCommand('certificate.showName', { about: `${view.certificateId}:${String(!view.isNameShown)}`, invalidates: ['certificate.get'] });
  return (
    <View className="u-mt4">
      <Switch checked={view.isNameShown} disabled={show.isBusy} label="核对的人看到全名" note={view.isNameShown ? '关上以后，只看到姓' : '现在只看到姓，像“王*”'} onChange={(isNameShown) => void show.run({ certificateId: view.certificateId, isNameShown })} />
      {show.failure !== null && <View className="u-mt2"><Notice tone="warn">{show.failure.message}</Notice></View>}
    </View>
  );
}
