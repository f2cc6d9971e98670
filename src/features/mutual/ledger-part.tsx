import { View } from '@tarojs/components';
import type { CampaignView } from '@contract';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { LedgerTable } from '@/components/ledger-table/ledger-table';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { ledgerLines, spentNote } from './ledger-lines';

/** So many lines stand on the campaign's own page. */
const SHOWN = 4;

/** The newest lines of the public book; the rest and the table are a page of their own. */
export function LedgerPart({ campaign }: { campaign: CampaignView }) {
  const { campaignId, state } = campaign;
  const isKept = campaign.minimumFen !== null && state !== 'draft' && state !== 'submitted' && state !== 'publicity' && state !== 'refused' && state !== 'withdrawn';
  const pages = useApiPages('mutual.ledger', { campaignId }, { isEnabled: isKept });
  if (!isKept) return null;
  const openBook = (): void => void openPage('campaignLedger', { id: campaignId });
  const lines = ledgerLines(pages.items, null).slice(0, SHOWN);
  return (
    <View>
      <SectionHead title="公开账本" {...(lines.length > 0 ? { more: '全部、下载表格', onMore: openBook } : {})} />
      {pages.isLoading && <Card><SkeletonBlock height="24px" /><View className="u-mt3" /><SkeletonBlock height="24px" width="80%" /></Card>}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      {!pages.isLoading && pages.failure === null && (
        <View>
          <Card onClick={lines.length > 0 ? openBook : undefined}>{lines.length > 0 ? <LedgerTable lines={lines} /> : <View className="u-sub">还没有一笔。到账一笔，这里多一行，谁都能看。</View>}</Card>
          <View className="u-cap u-mt2">{lines.length > 0 && spentNote(pages.items)}只算已到账的。</View>
        </View>
      )}
      <View className="mut-tap" onClick={() => void openPage('campaignGivers', { id: campaignId })}>看看都有谁出了 ›</View>
    </View>
  );
}
