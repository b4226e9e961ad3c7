/** Cut-offs of the fourth answer; all but the 14 days are the product's own choice. */
export const disposalLimits = {
  /** 长兴县 2019: 60 % of the accounts had fewer than 1000 followers */
  fewFollowers: 1000,
  /** 国办 2023: 发布类账号 2 周内无更新 */
  idleDays: 14,
  /** 高台县 2025: 长期未更新（两个月） */
  abandonedDays: 60,
} as const;

export const disposalSources = {
  onePerPlatform: '国办发〔2018〕123号：一个单位原则上在同一个第三方平台只开设一个政务新媒体账号',
  belowCounty: '江华县 2025 年规定：县直部门、乡镇原则上不开设',
  littleUsed: '国办发〔2018〕123号：对功能相近、用户关注度和利用率低的政务新媒体要清理整合',
  unmaintained: '江华县 2025 年规定：确属无力维护的要坚决关停注销',
  idle: '国办 2023 年专项清理：发布类账号 2 周内无更新；已停止维护的账号未履行注销程序',
} as const;

export const disposalSteps = {
  merge: [
    '与并入的账号核对职能和栏目，确定保留哪些内容和服务',
    '单位集体研究、主要领导同意，报主管部门批准',
    '把服务入口、常见问题和联系方式迁到并入的账号',
    '发布整合公告，写明新账号的名称和二维码，公告期建议不少于 30 天',
    '存档已发文章、留言和后台数据，按规定办理账号迁移或注销',
    '5 个工作日内在省级平台和全国政务新媒体信息报送系统备案变更',
  ],
  close: [
    '清点账号承担的服务和未办结的留言，逐项落实去处',
    '单位集体研究、主要领导同意，报主管部门批准',
    '发布关停公告，写明替代的办事和咨询渠道，公告期建议不少于 30 天',
    '存档已发文章、留言和后台数据',
    '结清与社会组织的合同，收回管理员权限和全部账号资料',
    '在微信公众平台办理注销，5 个工作日内在报送系统备案',
  ],
} as const;
