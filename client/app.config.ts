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
      ],
    },
    {
      root: 'registry',
      pages: ['accounts/index', 'account/index', 'edit/index', 'import/index', 'members/index'],
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
    list: [
      { pagePath: 'pages/overview/index', text: '概览' },
      { pagePath: 'pages/submit/index', text: '填报' },
      { pagePath: 'pages/mode/index', text: '模式' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  preloadRule: {
    'pages/overview/index': { network: 'all', packages: ['details'] },
  },
  lazyCodeLoading: 'requiredComponents',
});
