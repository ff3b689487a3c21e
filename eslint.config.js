import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importDirections } from './scripts/checks/import-directions.js';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'data/',
			'data-*/',
			'src/lib/paraglide/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } }
	},
	{
		files: ['**/*.ts'],
		extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
			],
			'@typescript-eslint/no-unnecessary-condition': [
				'error',
				{ allowConstantLoopConditions: true }
			],
			// Texts are taken apart by code points, which is what their limits count.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// Services are groups of closures: their methods have no `this`.
			'@typescript-eslint/unbound-method': 'off',
			// Y.Text's toString is its text.
			'@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['YText', 'Text'] }],
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
			// `||` is meant where an empty text counts as none.
			'@typescript-eslint/prefer-nullish-coalescing': [
				'error',
				{ ignorePrimitives: { string: true } }
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/only-throw-error': [
				'error',
				// What was caught is thrown on as it is, and so are Kit's redirect() and error().
				{
					allowThrowingUnknown: true,
					allow: [{ from: 'package', package: '@sveltejs/kit', name: ['Redirect', 'HttpError'] }]
				}
			],
			// The compiler finds what is not defined.
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		extends: [svelte.configs.recommended],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['**/*.svelte'],
		plugins: { '@typescript-eslint': ts.plugin },
		rules: {
			'no-undef': 'off',
			'no-unused-vars': 'off',
			'@typescript-eslint/no-unused-vars': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			// Pages allow no style attributes; `lib/ui/styled.ts` sets what must be computed.
			'svelte/no-inline-styles': ['error', { allowTransitions: false }]
		}
	},
	{
		// A double click sends a form once: OnePost counts, and so do those that name their own guard.
		files: ['src/**/*.svelte'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						"SvelteDirective[kind='Action'][key.name.name='enhance']:not([expression.type='MemberExpression'][expression.property.name='submit'])" +
						":not([expression.type='CallExpression'][expression.callee.name='submitJoinForm'])" +
						":not([expression.type='CallExpression'][expression.callee.property.name='submitter'])",
					message:
						'Post with OnePost (features/forms/one-post.svelte.ts), which sends a form once at a time.'
				}
			]
		}
	},
	{
		// It leaves the page as the phone of another person, once.
		files: ['src/lib/features/participant/entrance/LeavePhone.svelte'],
		rules: { 'no-restricted-syntax': 'off' }
	},
	{
		files: ['**/*.{ts,js,svelte}'],
		extends: [importDirections(import.meta.dirname)],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{ name: '$app/stores', message: 'SvelteKit 3 removes it: use $app/state.' },
						{
							name: '@lucide/svelte',
							allowTypeImports: true,
							message: 'Import one icon: @lucide/svelte/icons/<name>.'
						}
					],
					patterns: [{ regex: '^\\$lib(/|$)', message: 'Use #lib/… with the ending of the file.' }]
				}
			]
		}
	},
	{
		// The entry and SvelteKit's bundle each load their own copy of a module: only types may cross.
		files: ['server/**/*.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^#lib/(?!server/app-slot\\.ts$)|/src/',
							allowTypeImports: true,
							message: 'Import types only, and the slot.'
						}
					]
				}
			]
		}
	},
	{
		// Migrations are older than today's row types, and the Database interface is filled by its tables.
		files: ['migrations/**/*.ts'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	},
	{
		// The machine's clock jumps; the server has one of its own.
		files: [
			'server/**/*.ts',
			'src/lib/server/**/*.ts',
			'src/hooks.server.ts',
			'src/routes/**/+{server,page.server,layout.server}.ts'
		],
		ignores: ['src/lib/server/time/clock.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...[
					"MemberExpression[object.name='Date'][property.name='now']",
					"NewExpression[callee.name='Date'][arguments.length=0]"
				].map((selector) => ({
					selector,
					message: 'Take the time from timeNow() of src/lib/server/time/clock.ts.'
				}))
			]
		}
	},
	{
		files: ['src/lib/server/db/database.ts'],
		rules: { '@typescript-eslint/no-empty-object-type': 'off' }
	},
	{
		files: ['**/*.test.ts', 'tests/**/*.ts'],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-empty-function': 'off'
		}
	}
);
