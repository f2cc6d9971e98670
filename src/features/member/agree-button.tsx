import { Button } from '@/components/button/button';

/**
 * The tap that agrees to the privacy guide. In WeChat the same tap also tells WeChat itself (open type), so that private
 * APIs such as the album need not ask again.
 */
export function AgreeButton({ onAgree }: { onAgree: () => void }) {
  return <Button openType="agreePrivacyAuthorization" onClick={onAgree}>知道了，我同意</Button>;
}
