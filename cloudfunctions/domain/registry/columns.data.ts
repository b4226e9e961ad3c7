import type { AccountStatus, FilingStatus } from '../../../typings/registry';
import type { AccountKind, Department, Level, OperatingMode } from '../../../typings/vocabulary';
import { choice, count, day, identifier, region, text } from './columns';

/** The columns of a registry sheet, in the template's order. */
export const columns = {
  name: text({ header: '账号名称', aliases: ['公众号名称', '公众号', '名称'], required: true }),
  wechatId: identifier(
    { header: '微信号', aliases: ['公众号微信号', '账号微信号'], required: true },
    /^[a-z][a-z0-9_-]{5,19}$/i,
    '6 至 20 位字母、数字、下划线或减号，以字母开头',
  ),
  appId: identifier(
    { header: 'AppID', aliases: ['开发者ID', '应用ID'] },
    /^wx[0-9a-f]{16}$/i,
    'wx 开头，共 18 位',
  ),
  kind: choice<AccountKind>(
    { header: '类型', aliases: ['账号类型', '公众号类型'], required: true },
    { subscription: ['订阅号'], service: ['服务号'] },
  ),
  principal: text({
    header: '主体',
    aliases: ['认证主体', '账号主体', '主体名称'],
    required: true,
  }),
  agencyName: text({ header: '主办单位', aliases: ['单位', '单位名称'], required: true }),
  level: choice<Level>(
    { header: '级别', aliases: ['行政级别', '单位级别'], required: true },
    {
      central: ['中央', '国家级', '部委'],
      provincial: ['省级', '省', '省部级'],
      prefectural: ['地市级', '市级', '地级', '市'],
      county: ['县区级', '县级', '区县级', '区级', '县', '区'],
      township: ['乡镇街道', '乡镇级', '乡镇', '街道', '街镇'],
    },
  ),
  region: region({ header: '地域', aliases: ['地区', '行政区划', '区划代码'], required: true }),
  department: choice<Department>(
    { header: '部门', aliases: ['系统', '部门/系统', '所属系统'], required: true },
    {
      party: ['党委'],
      'government-office': ['政府办', '政府', '政府办公室'],
      congress: ['人大'],
      cppcc: ['政协'],
      discipline: ['纪检监察', '纪委'],
      publicity: ['宣传', '宣传部', '网信'],
      'public-security': ['公安'],
      procuratorate: ['检察', '检察院'],
      court: ['法院'],
      justice: ['司法'],
      'youth-league': ['共青团', '团委'],
      'womens-federation': ['妇联'],
      'trade-union': ['工会'],
      'culture-tourism': ['文化旅游', '文旅', '文物旅游'],
      education: ['教育'],
      'market-supervision': ['市场监管', '食品药品监督'],
      health: ['卫生健康', '卫健', '医疗'],
      'traffic-municipal': ['交通市政', '交通', '市政'],
      taxation: ['税务'],
      'human-resources': ['人力社保', '人社'],
      'civil-affairs': ['民政'],
      emergency: ['应急管理', '应急', '消防'],
      environment: ['生态环境', '环保'],
      other: ['其他'],
    },
  ),
  supervisorUnit: text({ header: '主管单位', aliases: ['主管部门', '上级主管单位'] }),
  mode: choice<OperatingMode>(
    { header: '运作模式', aliases: ['运营模式'] },
    {
      independent: ['独立运作', '独立运作型'],
      delegated: ['完全委托', '完全委托型'],
      collaborative: ['协同运作', '协同运作型'],
    },
  ),
  operator: text({ header: '运营单位', aliases: ['承办单位', '代运营单位'] }),
  openedOn: day({ header: '开通日期', aliases: ['开通时间', '注册日期'] }),
  fullTimeStaff: count({ header: '专职人数', aliases: ['专职人员'] }),
  partTimeStaff: count({ header: '兼职人数', aliases: ['兼职人员'] }),
  annualBudget: count({
    header: '年度经费',
    aliases: ['年度经费(元)'],
    hint: '元，如 340000 或 34万',
  }),
  filingNumber: text({ header: '备案号', aliases: ['备案编号'] }),
  filingDate: day({ header: '备案日期', aliases: ['备案时间'] }),
  filingStatus: choice<FilingStatus>(
    { header: '备案状态' },
    {
      none: ['未备案'],
      pending: ['备案中'],
      filed: ['已备案'],
      withdrawn: ['已注销备案', '备案注销'],
    },
  ),
  status: choice<AccountStatus>(
    { header: '账号状态', aliases: ['状态', '运行状态'] },
    { active: ['在用', '正常', '运行'], closed: ['已关停', '关停', '注销', '已注销'] },
  ),
  closedOn: day({ header: '关停日期', aliases: ['关停时间', '注销日期'] }),
};

export type ColumnKey = keyof typeof columns;
