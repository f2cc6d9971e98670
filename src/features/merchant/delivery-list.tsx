import { View } from '@tarojs/components';
import { type ClaimView, helpWords } from '@contract';
import { Button } from '@/components/button/button';
import { openPage } from '@/lib/pages';
import { dueWords } from './due-words';
import './merchant.css';

/** What is to be delivered, the earliest first, each with its one next act. */
export function DeliveryList({ claims, nowMs }: { claims: readonly ClaimView[]; nowMs: number }) {
  return (
    <View className="mer-list">
      {claims.map((claim) => <DeliveryRow key={claim.claimId} claim={claim} nowMs={nowMs} />)}
    </View>
  );
}

function DeliveryRow({ claim, nowMs }: { claim: ClaimView; nowMs: number }) {
  const due = dueWords(claim, nowMs);
  const { wishId, claimId } = claim;
  const isToPlan = claim.nextStep === 'plan';
  const detail = [claim.shareNote === '' ? `${claim.shares} 份` : `${claim.shareNote} × ${claim.shares}`, claim.handoverText].filter((part) => part !== '').join(' · ');
  return (
    <View className="mer-row">
      <View className={`mer-due ${due.isSoon ? 'u-accent' : ''}`}>
        <View className="mer-due-figure">{due.figure}</View>
        <View className="mer-due-note">{due.note}</View>
      </View>
      <View className="u-grow mer-words" onClick={() => void openPage('wishDetail', { wishId })}>
        <View className="u-bold mer-title">{claim.wishTitle}</View>
        <View className="u-cap u-two u-mt1">{detail}</View>
      </View>
      <View className="mer-act">
        <Button kind={due.isSoon ? 'tint' : 'secondary'} size="small" onClick={() => void openPage(isToPlan ? 'planClaim' : 'deliverClaim', { wishId, claimId })}>
          {isToPlan ? '定日子' : helpWords(claim).done}
        </Button>
      </View>
    </View>
  );
}
