import type { FormCategory, WordForm, WordListHead } from '../../../typings/monitors';

/** Common wrong characters, wrong form and right one; those alone that are wrong wherever they stand. */
const wrong = `按装 安装|甘败下风 甘拜下风|自抱自弃 自暴自弃|针贬 针砭|泊来品 舶来品|脉博 脉搏|松驰 松弛|一愁莫展 一筹莫展
穿流不息 川流不息|精萃 精粹|渡假村 度假村|防碍 妨碍|幅射 辐射|一幅对联 一副对联|天翻地复 天翻地覆|言简意骇 言简意赅
气慨 气概|一股作气 一鼓作气|悬梁刺骨 悬梁刺股|粗旷 粗犷|食不裹腹 食不果腹|震憾 震撼|凑和 凑合|侯车室 候车室
迫不急待 迫不及待|一如继往 一如既往|草管人命 草菅人命|娇揉造作 矫揉造作|挖墙角 挖墙脚|一诺千斤 一诺千金|不径而走 不胫而走
峻工 竣工|不落巢臼 不落窠臼|烩炙人口 脍炙人口|死皮癞脸 死皮赖脸|兰天白云 蓝天白云|鼎立相助 鼎力相助|再接再励 再接再厉
黄梁美梦 黄粱美梦|水笼头 水龙头|杀戳 杀戮|痉孪 痉挛|美仑美奂 美轮美奂|蛛丝蚂迹 蛛丝马迹|萎糜不振 萎靡不振|沉缅 沉湎
默守成规 墨守成规|大姆指 大拇指|沤心沥血 呕心沥血|出奇不意 出其不意|修茸 修葺|磬竹难书 罄竹难书|入场卷 入场券|声名雀起 声名鹊起
发韧 发轫|欣尝 欣赏|谈笑风声 谈笑风生|人情事故 人情世故|有持无恐 有恃无恐|额首称庆 额手称庆|追朔 追溯|鬼鬼崇崇 鬼鬼祟祟
走头无路 走投无路|趋之若骛 趋之若鹜|迁徒 迁徙|洁白无暇 洁白无瑕|渲泄 宣泄|寒喧 寒暄|膺品 赝品|尤如 犹如
竭泽而鱼 竭泽而渔|滥芋充数 滥竽充数|世外桃园 世外桃源|装祯 装帧|饮鸠止渴 饮鸩止渴|旁证博引 旁征博引|灸手可热 炙手可热|姿意妄为 恣意妄为|编篡 编纂`;

/** Forms that news agencies ask not to use, and what they ask to use instead. */
const unfit = `残废人 残疾人|独眼龙 盲人|瞎子 盲人|聋子 聋人|弱智 智力障碍者|北朝鲜 朝鲜|福摩萨 台湾|蒙古大夫 庸医`;

function forms(table: string, category: FormCategory): WordForm[] {
  return table.split(/[|\n]/).map((pair) => {
    const [form = '', instead = null] = pair.split(' ');
    return { form, instead, category };
  });
}

const all = [...forms(wrong, 'wrong-form'), ...forms(unfit, 'sensitive')];

/** The list that comes with the product; a supervisor's own lists stand beside it. */
export const builtInList: WordListHead & { words: readonly WordForm[] } = {
  id: 'built-in-1',
  title: '常见错别字与不规范表述',
  owner: '政微指数',
  regionPrefix: '',
  version: 1,
  source:
    '《咬文嚼字》编辑部《当代汉语出版物中最常见的100个别字》（2005）；新华社《新闻报道中的禁用词（第一批）》，均为节选',
  effectiveFrom: '2026-11-01',
  forms: all.length,
  words: all,
};
