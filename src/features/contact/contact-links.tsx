import type { IncomingClaimView } from '@contract';
import { AgreeHome } from './agree-home';
import { ContactButton } from './contact-sheet';

/** For the recipient's side: calling who comes, and agreeing that they come to the door. */
export function ContactLinks({ wishId, claim }: { wishId: string; claim: IncomingClaimView }) {
  const { claimId, giverName } = claim;
  return (
    <>
      {claim.canContact && <ContactButton wishId={wishId} claimId={claimId} />}
      {claim.canAgreeHome && <AgreeHome wishId={wishId} claimId={claimId} giverName={giverName} />}
    </>
  );
}
