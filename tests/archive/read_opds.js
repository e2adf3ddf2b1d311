// What Readium's parsers make of the catalogues in the folder that is named: Atom read and converted, JSON read; both as JSON.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const [, , modules, folder] = process.argv;
const load = createRequire(path.join(modules, "r2-opds-js", "package.json"));
const DIST = "dist/es8-es2017/src";
const { initGlobalConverters_OPDS } = load(`./${DIST}/opds/init-globals`);
const shared = load(`r2-shared-js/${DIST}/init-globals`);
initGlobalConverters_OPDS();
shared.initGlobalConverters_GENERIC();
shared.initGlobalConverters_SHARED();
const { OPDS } = load(`./${DIST}/opds/opds1/opds`);
const { OPDSFeed } = load(`./${DIST}/opds/opds2/opds2`);
const { convertOpds1ToOpds2 } = load(`./${DIST}/opds/converter`);
const { XML } = load(`r2-utils-js/${DIST}/_utils/xml-js-mapper`);
const { TaJsonSerialize, TaJsonDeserialize } = load(`r2-lcp-js/${DIST}/serializable`);
const { DOMParser } = load("@xmldom/xmldom");

const xml = fs.readFileSync(path.join(folder, "opds.xml"), "utf8");
const json = fs.readFileSync(path.join(folder, "opds.json"), "utf8");
const atom = XML.deserialize(new DOMParser().parseFromString(xml, "application/xml"), OPDS);
const feed = TaJsonDeserialize(JSON.parse(json), OPDSFeed);
process.stdout.write(JSON.stringify([TaJsonSerialize(convertOpds1ToOpds2(atom)), TaJsonSerialize(feed)]));
