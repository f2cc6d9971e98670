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

/** Pure: the certificate the words of a repair ask for; null for everything else. */
export const tradeCertificateOf = (words: { readonly category: WishCategory; readonly title: string; readonly shareNote: string; readonly story: string }): TradeCertificate | null =>
  words.category === 'repair' ? (CERTIFIED.find(({ pattern }) => pattern.test(`${words.title}\n${words.shareNote}\n${words.story}`))?.trade ?? null) : null;
