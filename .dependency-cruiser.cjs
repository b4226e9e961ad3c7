/** The floors of the house (docs/architecture.md): imports go downward only, and never in circles. */
const clientScreens = '^client/(pages|supervision|research|feedback|details|registry|modes)/';

const floor = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    floor('no-circles', {}, { circular: true }, 'A circle is two files that are one idea.'),
    floor(
      'typings-are-types',
      { path: '^typings/' },
      { pathNot: '^typings/' },
      'The vocabulary and the contract depend on nothing.',
    ),
    floor(
      'client-knows-the-contract-alone',
      { path: '^client/' },
      { path: '^(cloudfunctions|local|scripts|test|config)/' },
      'The client shows; the functions decide.',
    ),
    floor(
      'screens-reach-the-cloud-through-stores',
      { path: clientScreens },
      { path: '^client/cloud' },
      'Pages never know transport.',
    ),
    floor(
      'components-hold-no-state',
      { path: '^client/components/' },
      { path: '^client/(stores|cloud|pages|supervision|research|feedback|details|registry|modes)' },
      'Components are shown what they show.',
    ),
    floor(
      'stores-do-not-render',
      { path: '^client/(stores/|cloud)' },
      { path: '^client/(pages|components|supervision|research|feedback|details|registry|modes)' },
      'Stores are observed; they do not draw.',
    ),
    floor(
      'domain-is-pure',
      { path: '^cloudfunctions/domain/' },
      {
        path: '^(cloudfunctions/(functions|records|platform|handler)|client|local|scripts|test)|node_modules/(@cloudbase|@tarojs)',
      },
      'Rules know no clock, no database and no screen.',
    ),
    floor(
      'domain-has-no-io',
      { path: '^cloudfunctions/domain/' },
      { dependencyTypes: ['core'] },
      'A Node module is the outside world.',
    ),
    floor(
      'records-stand-on-the-platform',
      { path: '^cloudfunctions/records/' },
      { path: '^(cloudfunctions/(functions|handler)|client|local|scripts|test)' },
      'Records are the only code that speaks to the database, and speak to nothing above.',
    ),
    floor(
      'platform-is-the-lowest-floor',
      { path: '^cloudfunctions/platform/' },
      { path: '^(cloudfunctions/(functions|records|handler)|client|local|scripts|test)' },
      'The platform touches the outside and knows nothing above.',
    ),
    floor(
      'functions-use-records-for-the-database',
      { path: '^cloudfunctions/(functions/|handler)' },
      { path: '^(client|local|scripts|test)/|node_modules/@cloudbase' },
      'Functions read and write through records.',
    ),
    floor(
      'local-knows-nothing-of-the-product',
      { path: '^local/' },
      { path: '^(client|cloudfunctions|scripts|test|typings)/' },
      'The outside world on one machine would serve any project.',
    ),
    floor(
      'only-scripts-and-tests-use-local',
      { path: '^(client|cloudfunctions|typings|config)/' },
      { path: '^local/' },
      'What ships does not know of the local stand-ins.',
    ),
    floor(
      'what-ships-does-not-need-what-builds',
      { path: '^(client|cloudfunctions)/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
      'A dependency of the product stands in dependencies.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
