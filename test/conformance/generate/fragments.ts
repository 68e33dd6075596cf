/** The small pieces that generated config texts are made of, apart by `|`. Byte strings: one character for each byte. */

/** Every token kind of libxlutil's scanner, blanks, comments, and what is no token at all. */
export const TOKENS = 'a|b|name|1|0x1f|"s"|\'s\'|""|,|[|]|=|+=|;|\n|#c\n'.split('|');

export const ODDITIES = '#|# c| |\t|\r|"|\'|\\|-|.|(|)|:|+|%|A|\0|\xff|\xc3\xa9|\f|"\\q"|"\\7"'.split('|');

/** What may follow a backslash, with what makes it right or wrong. */
export const ESCAPES = (
  '\\a|\\b|\\f|\\n|\\r|\\t|\\v|\\"|\\\'|\\\\|\\012|\\000|\\777|\\01|\\7|\\08|\\19x|\\3 4|\\0+12|\\0-1|' +
  '\\1\t2|\\2\x0b34|\\4\x0c5|\\5\r67|\\8|\\9|\\x|\\x4|\\x41|\\x041|\\q|\\A|\\ |\\\t|\\\xc3\xa9|\\\xff|' +
  '\\%|\\0\xc3\xa9|\\00\xff|\xc3\\012\xa9|\xe6\\000\x97\\000\xa5|\xc3\\n\xa9'
).split('|');

/** What a mutation puts somewhere. */
export const INSERTS = (
  ',|[|]|=|+=|;|\n|"|\'|"x"|7|k|# c|#c\n| |\t|\r|\\|-|.|(|)|:|+|%|!|{|}|A|\0|\xff|\xc3|\xc3\xa9|' +
  '\xe2\x82|\xef\xbb\xbf|\xc2\xa0|\f|\x0b|\x7f|\x1b|\\n|\\"|\\x41|\\012|\\q|[[|]]|,,|, ]|+|+ =|=\n|' +
  '= \n|\n\n| \\\n'
).split('|');
