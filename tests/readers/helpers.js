// In place of @readium/helpers: what finds out about browsers, which Readium's navigator had inside of it before; colours of marks on
// a text, and links to words of it, are not tried.
export {sML, sMLWithRequest} from "./readium/helpers/dist/index.js";

function untried() {
  throw new Error("no test marks words of a book, or links to them");
}

export const adjustColorForContrast = untried;
export const colorToRgba = untried;
export const decodeTextFragmentDirective = untried;
export const getContrastingTextColor = untried;
export const isDarkColor = untried;
export const processTextFragmentDirective = untried;
