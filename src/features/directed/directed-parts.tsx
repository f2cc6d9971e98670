import { View } from '@tarojs/components';
import { type DirectedView, DISCLOSURE_KIND_LABEL } from '@contract';
import { Card } from '@/components/card/card';
import { FourFacts } from '@/components/four-facts/four-facts';
import { Icon } from '@/components/icon/icon';
import { KeyValue } from '@/components/key-value/key-value';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { UseBars } from '@/components/use-bars/use-bars';
import { aria } from '@/lib/aria';
import { formatDate, formatMoney } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { isUnagreed, safetyWords } from './directed-words';
import './directed.css';

/** 先看四件事, once the receiver said them. */
export function DirectedFacts({ gift }: { gift: DirectedView }) {
  const { facts, amountFen, state } = gift;
  const safety = safetyWords(gift);
  if (facts === null) return null;
  return (
    <View>
      <SectionHead title={state === 'reported' || state === 'ended' ? '四件事' : '先看四件事'} />
      <FourFacts facts={facts} titles={{ who: '谁来收', uses: amountFen === null ? '东西用在哪' : '用在哪' }} />
      {safety !== null && <View className="u-mt3"><Notice tone="good" icon="shield">{safety}</Notice></View>}
    </View>
  );
}

export function DirectedPurpose({ gift: { purpose } }: { gift: DirectedView }) {
  return (
    <View>
      <SectionHead title="想办成什么" />
      <View className="u-story u-preline u-break">{purpose}</View>
    </View>
  );
}

/** What the money is for: planned lines before it runs, bars of use once it does. */
export function DirectedUses({ gift: { amountFen, lines, uses, state } }: { gift: DirectedView }) {
  if (amountFen === null) return null;
  const isBegun = !isUnagreed(state) && uses.length > 0;
  return (
    <View>
      <SectionHead title="钱花在哪儿" note={`打算花 ${formatMoney(amountFen)}`} />
      {isBegun ? <UseBars uses={uses} tone="plum" /> : <Card><KeyValue figures rows={lines.map(({ useLabel, text, amountFen: lineFen }, index) => ({ label: `${index + 1}. ${useLabel}：${text}`, value: formatMoney(lineFen) }))} /></Card>}
    </View>
  );
}

/** The picked wishes, for both sides; neighbours read how many. */
export function DirectedWishes({ gift: { wishes } }: { gift: DirectedView }) {
  if (wishes.length === 0) return null;
  return (
    <View>
      <SectionHead title="这些心愿" count={wishes.length} note="只有两边看得到" />
      <Card>
        {wishes.map(({ wishId, title }) => (title === ''
          ? <View key={wishId} className="dir-wish u-sub">这个心愿已经收回了</View>
          : (
            <View key={wishId} className="dir-wish" onClick={() => void openPage('wishDetail', { wishId })} {...aria({ role: 'link' })}>
              <View className="u-mid u-break">{title}</View>
              <Icon name="right" size={18} className="u-ink3" />
            </View>
          )))}
      </Card>
    </View>
  );
}

/** What both sides agreed besides; neighbours do not read it. */
export function DirectedConditions({ gift: { conditions } }: { gift: DirectedView }) {
  if (conditions === '') return null;
  return (
    <View>
      <SectionHead title="另外说好的" note="只有两边看得到" />
      <View className="u-body u-preline u-break">{conditions}</View>
    </View>
  );
}

/** What was told and what is due. */
export function DirectedReports({ gift: { disclosures } }: { gift: DirectedView }) {
  if (disclosures.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <View>
      <SectionHead title="办成了什么" />
      {[...disclosures].sort((one, other) => (one.doneAtMs ?? one.dueAtMs) - (other.doneAtMs ?? other.dueAtMs)).map(({ disclosureId, kind, dueAtMs, doneAtMs, text, photoUrls }) => {
        const isLate = doneAtMs === null && dueAtMs < nowMs;
        const day = formatDate(doneAtMs ?? dueAtMs, nowMs);
        return (
          <View key={disclosureId} className="dir-part">
            <View className="u-mid u-bold">{DISCLOSURE_KIND_LABEL[kind]}</View>
            <View className={`u-cap ${isLate ? 'u-ochre' : ''}`}>{doneAtMs !== null ? `${day}报告` : isLate ? `该在 ${day}报告，晚了` : `${day}前报告`}</View>
            {text !== '' && <View className="u-mid u-preline u-break u-mt1">{text}</View>}
            {photoUrls.length > 0 && <View className="u-mt2"><PhotoGrid urls={photoUrls} label="报告" /></View>}
          </View>
        );
      })}
    </View>
  );
}
