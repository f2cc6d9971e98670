import type { TradeCertificate, WishCategory } from '@contract';

/**
 * Repairs for which the law asks a certificate (RULES.md section 1): gas (《城镇燃气管理条例》), lifts (《特种设备安全法》) and
 * the mains of a flat (低压电工). Words, not judgement: a bulb or a socket cover is anybody's, a fuse box is not.
 */
const CERTIFIED: readonly { readonly trade: TradeCertificate; readonly pattern: RegExp }[] = [
  { trade: 'gas', pattern: /燃气|煤气|天然气|液化气|气瓶|瓦斯|燃气灶|热水器.{0,4}(?:漏气|点不着|打不着)/ },
  { trade: 'lift', pattern: /电梯|升降机/ },
  { trade: 'electrical', pattern: /电闸|总闸|跳闸|配电|空气开关|空开|电表|入户线|漏电|布线|电路|线路老化|电线(?:老化|起火|短路|烧)|短路/ },
];

/** What somebody calls a service may be a repair all the same; a ride to pay the gas bill is none. */
const REPAIRING = /修|漏|坏|打不着|点不着|装|换|检|闪|跳闸|短路|老化|卡住|困/;

const isRepair = (category: WishCategory, text: string): boolean => category === 'repair' || ((category === 'service' || category === 'skill') && REPAIRING.test(text));

/** Pure: the certificate the words of a repair ask for, whatever its category says; null for everything else. */
export const tradeCertificateOf = ({ category, title, shareNote, story }: { readonly category: WishCategory; readonly title: string; readonly shareNote: string; readonly story: string }): TradeCertificate | null => {
  const text = `${title}\n${shareNote}\n${story}`;
  return isRepair(category, text) ? (CERTIFIED.find(({ pattern }) => pattern.test(text))?.trade ?? null) : null;
};
