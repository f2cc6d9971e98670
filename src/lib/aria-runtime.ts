import { mergeInternalComponents } from '@tarojs/shared';
import components from '../../config/aria-components.json';

// Runs before the first element is made; config/aria-plugin.ts adds the same table to the templates. Taro shortens attribute names
// to their place in the sorted table (`p19`), so a difference would hand every later attribute to its neighbour.
mergeInternalComponents(components);
