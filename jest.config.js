/** Each project is one kind of test; `npm test` runs them all, `npx jest --selectProjects domain` one. */
const transform = {
  '^.+\\.(tsx?|m?js)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

/** The tests of the functions call the bundles that ship. */
const globalSetup = { functions: '<rootDir>/test/functions/support/build.ts' };

const kinds = ['domain', 'functions', 'local', 'client', 'devtools', 'journeys'];

module.exports = {
  // What hangs is found all the same; a busy machine is no failure.
  testTimeout: 60_000,
  projects: kinds.map((name) => ({
    displayName: name,
    testEnvironment: 'node',
    testMatch: [`<rootDir>/test/${name}/**/*.test.ts?(x)`],
    // As everywhere else in the project, TypeScript first: local/ has an instance.ts beside an instance.cjs.
    moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
    globalSetup: globalSetup[name],
    transform,
    // d3 comes as ES modules alone.
    transformIgnorePatterns: ['/node_modules/(?!(d3-[^/]+|internmap)/)'],
  })),
};
