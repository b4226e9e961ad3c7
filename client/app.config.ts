const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-chosen.png`,
});

export default defineAppConfig({
  pages: ['pages/overview/index', 'pages/submit/index', 'pages/mode/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'details',
      pages: [
        'explanation/index',
        'difference/index',
        'peers/index',
        'target/index',
        'forecast/index',
        'revisions/index',
        'scheme/index',
        'my-data/index',
        'feedback/index',
      ],
    },
    {
      root: 'modes',
      pages: [
        'facts/index',
        'what-if/index',
        'transition/index',
        'position/index',
        'evidence/index',
        'weights/index',
        'sensitivity/index',
      ],
    },
    { root: 'feedback', pages: ['index'] },
    {
      root: 'supervision',
      pages: [
        'leaderboards/index',
        'leaderboards/board/index',
        'leaderboards/prepare/index',
        'leaderboards/own/index',
        'contracts/index',
        'contracts/detail/index',
        'contracts/edit/index',
        'contracts/report/index',
        'matrix/index',
        'matrix/table/index',
        'monitors/index',
      ],
    },
    {
      root: 'research',
      pages: [
        'datasets/index',
        'dataset/index',
        'releases/index',
        'release/index',
        'new/index',
        'schemes/index',
      ],
    },
    {
      root: 'registry',
      pages: [
        'accounts/index',
        'account/index',
        'edit/index',
        'import/index',
        'members/index',
        'procedures/index',
        'procedure/index',
        'apply/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '政微指数',
    navigationBarBackgroundColor: '#163b70',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f3f5f8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4a5566',
    selectedColor: '#1d5aa8',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [tab('overview', '概览'), tab('submit', '填报'), tab('mode', '模式'), tab('me', '我的')],
  },
  preloadRule: {
    'pages/overview/index': { network: 'all', packages: ['details'] },
    'pages/mode/index': { network: 'all', packages: ['modes'] },
  },
  lazyCodeLoading: 'requiredComponents',
});
