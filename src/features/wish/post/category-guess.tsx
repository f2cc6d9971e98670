import { View } from '@tarojs/components';
import { useState } from 'react';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type WishCategory } from '@contract';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Sheet } from '@/components/sheet/sheet';
import { aria } from '@/lib/aria';
import { pictureOfCategory } from '@/lib/picture-of';
import type { FilledWishForm } from '../wish-form';
import './post.css';

/** What each kind is about, so that choosing needs no thought. */
const EXAMPLE: Readonly<Record<WishCategory, string>> = {
  goods: '米面油、轮椅、棉被', service: '理发、打扫、取药', companionship: '聊天、下棋、散步', skill: '用手机、缝补', repair: '灯、水管、门锁', study: '书包、功课、学费',
};

/** 听起来是…… with one tap to choose another. */
export function CategoryGuess({ filled, onChange }: { filled: FilledWishForm; onChange: (category: WishCategory) => void }) {
  const [isOpen, setOpen] = useState(false);
  const choose = (category: WishCategory) => {
    onChange(category);
    setOpen(false);
  };
  return (
    <View className="u-row u-gap3">
      <PictureTile drawing={pictureOfCategory(filled.category)} size={64} />
      <View className="u-grow">
        <View className="u-cap">{filled.isCategoryGuessed ? '听起来是' : '这件是'}</View>
        <View className="u-h3">{WISH_CATEGORY_LABEL[filled.category]}</View>
        <View className="u-cap">{EXAMPLE[filled.category]}</View>
      </View>
      <Button kind="secondary" size="small" onClick={() => setOpen(true)}>换一个</Button>
      <Sheet isOpen={isOpen} title="是哪一类？" onClose={() => setOpen(false)}>
        <View className="post-grid">
          {WISH_CATEGORIES.map((category) => (
            <View
              key={category}
              className={`post-category ${category === filled.category ? 'post-category-on' : ''}`}
              {...aria({ role: 'radio', label: WISH_CATEGORY_LABEL[category], checked: category === filled.category })}
              onClick={() => choose(category)}
            >
              <View className="post-category-picture"><Drawing name={pictureOfCategory(category)} size={56} /></View>
              <View className="post-category-label">{WISH_CATEGORY_LABEL[category]}</View>
              <View className="u-cap">{EXAMPLE[category]}</View>
            </View>
          ))}
        </View>
      </Sheet>
    </View>
  );
}
