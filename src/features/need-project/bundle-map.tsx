import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { NeedBundleView, NeedPlanView } from '@contract';
import { CALYX, SAND, SUNK, svgUri, WHITE } from '@/drawings';
import { aria } from '@/lib/aria';
import { type BundleLayout, layoutBundles } from './bundle-layout';
import { bundleTitle, sizeWords } from './plan-words';
import './need-project.css';

const GUTTERS_PX = 40;
const MAP_MAX_PX = 520;

/** Pure: the ground with a line from each bundle to its places, and the places as dots; drawn, not a real map. */
const groundSvg = ({ width, height, spokes, names }: BundleLayout): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${SUNK}"/>` +
  `<path d="M-10 ${height * 0.34}C${width * 0.3} ${height * 0.28} ${width * 0.7} ${height * 0.34} ${width + 10} ${height * 0.24}M${width * 0.32} -10C${width * 0.3} ${height * 0.4} ${width * 0.28} ${height * 0.7} ${width * 0.24} ${height + 10}" stroke="${WHITE}" stroke-width="14" fill="none"/>` +
  spokes.map(({ fromX, fromY, toX, toY }) => `<path d="M${fromX} ${fromY}L${toX} ${toY}" stroke="${SAND}" stroke-width="3" stroke-linecap="round"/>`).join('') +
  `${names.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${CALYX}"/>`).join('')}</svg>`;

interface BundleMapProps {
  readonly plan: NeedPlanView;
  readonly bundles: readonly NeedBundleView[];
  readonly onOpen: (bundleId: number) => void;
}

/** Bundles where their people are: a disc each, larger with more people, in the colour of its kind. */
export function BundleMap({ plan, bundles, onOpen }: BundleMapProps) {
  const width = Math.min(Taro.getWindowInfo().windowWidth - GUTTERS_PX, MAP_MAX_PX);
  const layout = layoutBundles(bundles, plan.places, width);
  return (
    <View className="bundle-map" style={{ width: `${width}px`, height: `${layout.height}px` }}>
      <Image className="bundle-ground" src={svgUri(groundSvg(layout))} mode="scaleToFill" />
      {layout.names.map(({ areaId, name, x, labelY }) => <View key={areaId} className="bundle-name u-one" style={{ left: `${x}px`, top: `${labelY}px` }}>{name}</View>)}
      {layout.bundles.map(({ bundle, x, y, radius }) => (
        <View key={bundle.bundleId} className={`bundle-disc bundle-${bundle.category}`} style={{ left: `${x - radius}px`, top: `${y - radius}px`, width: `${2 * radius}px`, height: `${2 * radius}px` }} onClick={() => onOpen(bundle.bundleId)} {...aria({ role: 'button', label: `${bundleTitle(bundle)}，${sizeWords(bundle)}` })}>
          <View className="bundle-disc-count">{bundle.personCount} 人</View>
          <View className="bundle-disc-number">第 {bundle.bundleId} 组</View>
        </View>
      ))}
    </View>
  );
}
