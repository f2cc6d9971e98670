/**
 * WeChat's built-in component names. In the browser each becomes a custom element `wx-<name>`; the compiler prefixes
 * the same names in style sheets, and the runtime maps the same names in templates.
 */
export const BUILT_IN_TAGS: readonly string[] = [
  'view', 'text', 'button', 'input', 'textarea', 'scroll-view', 'image', 'swiper', 'swiper-item', 'picker', 'picker-view',
  'picker-view-column', 'switch', 'checkbox', 'checkbox-group', 'radio', 'radio-group', 'label', 'form', 'navigator', 'icon',
  'progress', 'rich-text', 'slider', 'cover-view', 'cover-image', 'movable-area', 'movable-view', 'canvas', 'video', 'audio',
  'camera', 'map', 'web-view', 'ad', 'ad-custom', 'open-data', 'official-account', 'editor', 'live-player', 'live-pusher',
  'page-container', 'share-element', 'root-portal', 'page-meta', 'navigation-bar', 'match-media', 'functional-page-navigator',
  'snapshot', 'span', 'grid-view', 'list-view', 'list-builder', 'grid-builder', 'sticky-section', 'sticky-header',
  'keyboard-accessory', 'voip-room', 'channel-video', 'channel-live', 'draggable-sheet', 'nested-scroll-header', 'nested-scroll-body',
];

/** Built-in components that are drawn as an empty box here; using one is recorded in `window.__weapp.missing`. */
export const UNCOVERED_TAGS: ReadonlySet<string> = new Set([
  'movable-area', 'movable-view', 'camera', 'map', 'web-view', 'ad', 'ad-custom', 'open-data', 'official-account', 'editor',
  'live-player', 'live-pusher', 'share-element', 'functional-page-navigator', 'snapshot', 'grid-view', 'list-view', 'list-builder',
  'grid-builder', 'voip-room', 'channel-video', 'channel-live', 'draggable-sheet', 'nested-scroll-header', 'nested-scroll-body',
  'video', 'audio', 'match-media', 'keyboard-accessory',
]);
