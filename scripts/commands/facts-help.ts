/** The facts of `classify`, `recommend` and `position`, as `--help` prints them. */
export const factsHelp = `每行一个 JSON 对象，任何一项都可以不填（或填 null），表示未知：

  name                        账号名称，不影响结果
  level                       级别：central 中央、provincial 省级、prefectural 地市级、county 县区级、township 乡镇街道
  department                  部门：party、government-office、congress、cppcc、discipline、publicity、public-security、
                              procuratorate、court、justice、youth-league、womens-federation、trade-union、
                              culture-tourism、education、market-supervision、health、traffic-municipal、taxation、
                              human-resources、civil-affairs、emergency、environment、other
  functions                   职能占比 { information 信息公开, service 公共服务, interaction 互动交流 }，0—1，合计应为 1
  purchases                   购买内容数组：operation 运营、technology 技术、training 培训；[] 表示没有购买
  contentShare                内容占比 { government 本单位, vendor 社会组织 }，0—1，合计不超过 1
  contract                    是否签有合同：true、false
  procurement                 采购方式：tender 公开招标、negotiation 磋商、directed 定向合作、
                              single-source 单一来源、inquiry 询价
  finalReview                 发布前的终审：government 本单位、vendor 社会组织、none 没有
  staff                       人员 { fullTime 专职人数, partTime 兼职人数, skills 技能数组 }
                              计入的技能：writing 写作、design 设计、video 视频、systems 系统开发
  budgetYuan                  年运营预算，单位元；没有填 0
  leadership                  领导重视：high 高、medium 中、low 低
  stage                       阶段：founding 初创、growth 成长、stable 稳定
  foundedYear                 开设年份，2012 年或以后
  sensitivity                 内容：public 可以公开、internal 内部信息、restricted 不得离开本单位
  workload                    工作量 { postsPerWeek 每周篇数, repliesPerDay 每天回复数 }
  vendors                     供应商 { available 可选家数, switchingCost 更换代价 high/medium/low,
                              record 现供应商履约 good/fair/poor }
  supervision                 监督 { namedOfficer 是否有经办人员, measurability 成果可衡量程度 high/medium/low }
  currentMode                 自报的现有模式：independent、delegated、collaborative
  forces                      三力 { dissemination 传播力, service 服务力, interaction 互动力 }，0—100
  followers                   关注人数
  daysSinceUpdate             距上次更新的天数
  accountsOnPlatform          本单位在微信上的账号数，包括本账号
  kind                        账号类型：subscription 订阅号、service 服务号
  needs                       需要的接口数组：payment 微信支付、web-authorisation 网页授权、
                              template-message 模板消息、parametric-qr 带参数二维码、location 地理位置

有误的行输出 { line, error: { code, message, fields } }，其余照常处理，退出码为 1。`;
