// Documents as programs write them: a Word and an OpenDocument file with tracked changes, and stories for pastes.

import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const DOCX = zipSync({
  "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>
    <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run("Pier stays")}</w:p>
    <w:p>${run("The mayor said the pier would be sold ")}<w:del><w:r><w:delText>for scrap</w:delText></w:r></w:del><w:ins>${run("at auction")}</w:ins>${run(" in May.")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>
    <w:p><w:pPr><w:numPr/></w:pPr>${run("First, the berths.")}</w:p>
    <w:p><w:pPr><w:numPr/></w:pPr>${run("Second, the crane.")}</w:p>
    </w:body></w:document>`),
  "word/footnotes.xml": strToU8(
    `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="2"><w:p>${run("Council minutes, 4 March.")}</w:p></w:footnote></w:footnotes>`,
  ),
});
export const ODT = zipSync({
  "content.xml":
    strToU8(`<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
    <text:tracked-changes><text:changed-region><text:deletion><text:p>for scrap</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:h>Pier stays</text:h><text:p>The mayor<text:s/>said the pier would be sold <text:change-start/>at auction<text:change-end/> in May.<text:note><text:note-body><text:p>Council minutes.</text:p></text:note-body></text:note></text:p>
    <text:list><text:list-item><text:p>First, the berths.</text:p></text:list-item></text:list>
    </office:text></office:body></office:document-content>`),
});

export const STORY = (name) =>
  `${name} council votes to keep the pier\n\nBy Bram Oke\n\n${`The council of ${name} voted on Tuesday to keep the old pier, which was built in 1884. `.repeat(5).trim()}`;
