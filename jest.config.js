/** Each project is one kind of test; `npm test` runs them all, `npx jest --selectProjects domain` one. */
const transform = {
  '^.+\\.tsx?$': [
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

const kinds = ['domain', 'functions', 'local', 'client', 'devtools', 'journeys'];

module.exports = {
  projects: kinds.map((name) => ({
    displayName: name,
    testEnvironment: 'node',
    testMatch: [`<rootDir>/test/${name}/**/*.test.ts?(x)`],
    transform,
  })),
};
