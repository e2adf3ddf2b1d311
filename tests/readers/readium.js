// What Readium's parser (r2-shared-js) reads in a book, as JSON: node readium.js NODE_MODULES BOOK
const [modules, book] = process.argv.slice(2);
const load = (path) => require(`${modules}/${path}`);

load("r2-utils-js/dist/es8-es2017/src/_utils/zip/zipFactory.js");
load("r2-shared-js/dist/es8-es2017/src/init-globals.js").initGlobalConverters_GENERIC();
load("r2-shared-js/dist/es8-es2017/src/init-globals.js").initGlobalConverters_SHARED();
const { PublicationParsePromise } = load("r2-shared-js/dist/es8-es2017/src/parser/publication-parser.js");
const { TaJsonSerialize } = load("r2-lcp-js/dist/es8-es2017/src/serializable.js");

PublicationParsePromise(book).then((publication) => {
  console.log(JSON.stringify(TaJsonSerialize(publication)));
  process.exit(0);
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
