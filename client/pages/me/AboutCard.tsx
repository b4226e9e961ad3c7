import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';

const texts = {
  about: {
    title: '关于政微指数',
    paragraphs: [
      '帮助主办单位看清一个政务微信公众号传得多远、办得成吗、有没有回应，找到可以改进的地方。',
      '每个分数都能逐项追溯：用了哪一版方案、哪一次填报、每一项怎样折算。缺的数据按「未知」处理，不按 0 计。',
      '研究方案的结果仅供研究参考，不作考核依据。账号以外的单位看不到您的填报明细。',
    ],
  },
  privacy: {
    title: '隐私说明',
    paragraphs: [
      '只使用微信提供的匿名身份标识来确认您是谁，不读取昵称、头像、手机号和位置。',
      '您选择的表格只用于识别数据，并只有您所在单位及其主管部门能查看识别结果。',
      '没有提交的草稿只保存在这部手机上，可随时清空。',
      '不再参与时，可以在“我的数据”中自行注销，或请管理员收回身份，都立即生效。',
    ],
  },
};

/** 关于: version, what this is, and what becomes of one's data. */
export function AboutCard() {
  const [reading, read] = useState<keyof typeof texts | null>(null);
  const text = reading ? texts[reading] : null;
  return (
    <>
      <Card title="关于">
        <Row label={texts.about.title} onOpen={() => read('about')} />
        <Row label={texts.privacy.title} onOpen={() => read('privacy')} />
        <Row
          label="我的数据"
          note="查看、导出或注销"
          onOpen={() => void Taro.navigateTo({ url: '/details/my-data/index' })}
        />
        <Row label="版本" value={PRODUCT_VERSION} />
      </Card>
      <Sheet title={text?.title ?? ''} open={text !== null} onClose={() => read(null)}>
        {text?.paragraphs.map((paragraph) => (
          <View className="me__text" key={paragraph}>
            {paragraph}
          </View>
        ))}
      </Sheet>
    </>
  );
}
