import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { CertificateRow } from './certificate-row';

/** 我的证明: those one has, and the way to another. */
export function MyCertificates() {
  const pages = useApiPages('certificate.mine', {});
  useListPage(pages);
  const isEmpty = !pages.isLoading && pages.failure === null && pages.items.length === 0;
  const make = <Button onClick={() => openPage('makeCertificate')}>开一张证明</Button>;
  return (
    <Screen title="我的证明" bottom={pages.items.length > 0 ? <BottomBar>{make}</BottomBar> : undefined}>
      {pages.isLoading && <SkeletonList count={3} kind="row" />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      {isEmpty && <EmptyState scene="branch" title="还没有证明" note="做过的志愿服务记下时长以后，自己就能开，随开随有，不收钱。" action={make} link={{ text: '核对别人的证明', onClick: () => void openPage('verifyCertificate') }} />}
      <View className="u-stack">{pages.items.map((certificate) => <CertificateRow key={certificate.certificateId} certificate={certificate} onOpen={() => void openPage('certificate', { id: certificate.certificateId })} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {pages.items.length > 0 && <Button kind="text" onClick={() => openPage('verifyCertificate')}>核对别人的证明</Button>}
    </Screen>
  );
}
