/** Tests are TypeScript, compiled by swc; types are checked once by tsc, not again by every test file. */
const shared = {
	testEnvironment: 'node',
	// jest's own choice is the system's temporary folder.
	cacheDirectory: '<rootDir>/node_modules/.cache/jest',
	transform: {
		'^.+\\.[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	// mockttp needs these two, which are ES modules; jest loads CommonJS.
	transformIgnorePatterns: ['/node_modules/(?!(get-port|milliparsec)/)'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.n8n-runtime/', '<rootDir>/.artifacts/'],
};

module.exports = {
	// No test measures time: this only ends what hangs, also on a machine that is busy with something else.
	testTimeout: 300_000,
	// jest would leave one processor out, which is half of a machine that has two.
	maxWorkers: '100%',
	projects: [
		{ ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{
			...shared,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
			setupFiles: ['<rootDir>/test/harness/engine.setup.ts'],
		},
		{ ...shared, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
		{ ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
	],
};
