/**
 * The lower-case letters that ASCII does not have, with the characters that stand for them when
 * text in an old Vietnamese font is shown in Windows-1252. Single letters of TCVN3 (ABC, the `.Vn…`
 * fonts); one or two of VNI (the `VNI-…` fonts), where capitals are the capital of the whole sequence.
 *
 * Source: TCVN 5712:1993 and VNI as in npm `vietnamese-conversion` 2.0.0 (MIT), checked against test
 * vectors; its VNI rows for ỷ and ỹ are wrong and corrected here from general knowledge.
 */
export const legacyLetters = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
export const tcvn3Letters = "µ¸©·ÌÐª×Ýßã«âïóý¨®Üò¬\u00ad¹¶ÊÇÈÉË¾»¼½ÆÑÎÏÕÒÓÔÖØÞäáèåæçéíêëìîôñøõö÷ùúþûü";
export const vniLetters =
  "aø aù aâ aõ eø eù eâ ì í oø où oâ oõ uø uù yù aê ñ ó uõ ô ö aï aû aá aà aå aã aä aé aè aú aü aë eï eû eõ eá eà eå eã eä æ ò oï oû oá oà oå oã oä ôù ôø ôû ôõ ôï uï uû öù öø öû öõ öï yø î yû yõ";

/** VISCII (RFC 1456), as GNU libiconv has it; its capitals are letters of their own. */
export const visciiLetters = "àáâãèéêìíòóôõùúýåðîû½ßÕä¤¥¦ç§¡¢ÆÇ£©ë¨ª«¬\u00ad®ï¸÷ö¯°±²µ¾¶·ÞþøüÑ×ØæñÏÜÖÛ";
export const visciiCapitals =
  "ÀÁÂÃÈÉÊÌÍÒÓÔ\u00a0ÙÚÝÅÐÎ\u009d´¿€Ä„…†\u0006‡\u0081‚\u0002\u0005ƒ‰ËˆŠ‹Œ\u008dŽ›˜š™\u008f\u0090‘’“•–—³”žœº»¼ÿ¹Ÿ\u001e\u0014\u0019";

/** The only accented capitals TCVN3 has; the others are lower-case codes in a font of capitals. */
export const tcvn3Capitals: Readonly<Record<string, string>> = {
  "¢": "Â",
  "£": "Ê",
  "¤": "Ô",
  "¡": "Ă",
  "§": "Đ",
  "¥": "Ơ",
  "¦": "Ư",
};
