'use strict';

// Loaded before everything else, and written so that any Node can read it: an old one would answer our first .ts file
// with a riddle. A new one keeps what it compiles, and starts by a third sooner the next time.
var oldest = [22, 18];
var ours = process.versions.node.split('.').map(Number);

if (ours[0] < oldest[0] || (ours[0] === oldest[0] && ours[1] < oldest[1])) {
  process.stderr.write(
    'This is Node ' +
      process.versions.node +
      '; Ek Sandesh needs ' +
      oldest.join('.') +
      ' or newer (24 is best). ' +
      'On Linux and Windows "npm ci" brings the right one, and "npm run" uses it; elsewhere please install it.\n',
  );
  process.exit(1);
}

require('node:module').enableCompileCache(require('node:path').join(__dirname, '../node_modules/.cache/node'));
