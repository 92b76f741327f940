"""More ways of writing "1247 North Maple Street": light markup, codes, scripts and style sheets."""

import base64
import codecs
import json

PHRASE = "1247 North Maple Street"
LONG = f"Our place, where nobody may find us, is for the moment at {PHRASE}, and we are here until the end of the year."

_TEXTS = {
    "markdown emphasis": "12**47** _North_ `Maple` ~~Street~~",
    "markdown links": "[1247](https://a.example) [North Maple](b) Street",
    "markdown reference": "[1247 North][a] Maple Street",
    "markdown escapes": "1\\2\\4\\7 North Maple Street",
    "markdown entities": "1247&nbsp;North &#77;aple Street",
    "markdown line break": "1247 North\\\nMaple Street",
    "wiki emphasis": "'''1247''' ''North'' Maple Street",
    "wiki links": "[[1247 North|1247 North]] [[Maple Street]]",
    "wiki outer link": "[https://a.example 1247 North] Maple Street",
    "org link": "[[https://a.example][1247 North]] Maple Street",
    "rest roles": ":strong:`1247` :emphasis:`North` Maple Street",
    "rest joined": "12\\ **47** North Maple Street",
    "rest link": "`1247 North <https://a.example>`_ Maple Street",
    "rest substitution": ".. |a| replace:: 1247 North\n\n|a| Maple Street",
    "asciidoc attribute": ":num: 1247\n\n{num} North Maple Street",
    "bbcode": "[b]1247[/b] [color=red]North[/color] Maple Street",
    "bbcode link": "[url=https://a.example]1247 North[/url] Maple Street",
    "pod": "=pod\n\nB<1247> I<North> C<Maple> Street",
    "roff": ".B 1247\n.I North\nMaple Street",
    "roff fonts": "\\fB1247\\fR North \\fIMaple\\fP Street",
    "texinfo": "@b{1247} @emph{North} Maple Street",
    "textile": "*1247* _North_ %{color:red}Maple% Street",
    "tex commands": "1247 \\textbf{North} \\emph{Maple} Street",
    "tex groups": "{1247} {\\bf North} {\\it Maple} Street",
    "tex ties": "1247~North~Maple~Street",
    "tex spaces": "1247\\,North\\ Maple\\;Street",
    "tex hyphenation": "1247 North Ma\\-ple Street",
    "tex comment in a word": "1247 North Ma%\nple Street",
    "tex definitions": "\\def\\num{1247}\n\\newcommand{\\street}{North Maple Street}\n\\num{} \\street",
    "tex accents": "1247 N{\\'o}rth Maple Street",
    "bibtex": "@misc{a, address = {1247 {N}orth {M}aple {S}treet}}",
    "terminal colours": "\x1b[1m1247\x1b[0m \x1b[31mNorth\x1b[0m Maple Street",
    "adjacent constants": "ADDR = ('1247 North '\n        'Maple Street')",
    "serialised php": 'a:2:{s:6:"number";s:4:"1247";s:6:"street";s:18:"North Maple Street";}',
    "captions": "1\n00:00:01,000 --> 00:00:02,000\nWe live at 1247\n\n2\n00:00:02,000 --> 00:00:03,000\nNorth Maple Street",
    "timed lyrics": "[00:01.00]<00:01.00>1247 <00:01.20>North <00:01.30>Maple <00:01.50>Street",
    "play list": "#EXTM3U\n#EXTINF:10,1247 North Maple Street\na.ts",
    "postscript": "%!PS\n72 700 moveto (1247 North) show\n( Maple Street) show",
    "quoted-printable": "1247 North=20Ma=\nple Street",
    "encoded word": "=?utf-8?B?" + base64.b64encode(PHRASE.encode()).decode() + "?=",
    "folded base64": base64.encodebytes(LONG.encode()).decode(),
    "base64 for urls": "t=" + base64.urlsafe_b64encode(f"?>>{PHRASE}??>".encode()).decode(),
    "base32": base64.b32encode(PHRASE.encode()).decode(),
    "ascii85": base64.a85encode(PHRASE.encode(), adobe=True).decode(),
    "uuencode": "begin 644 a.txt\n7,3(T-R!.;W)T:\"!-87!L92!3=')E970 \n`\nend\n",
    "hexadecimal": PHRASE.encode().hex(),
    "octets in hexadecimal": PHRASE.encode().hex(" "),
    "octets of a registry": '"a"=hex:' + PHRASE.encode("utf-16-le").hex(","),
    "decimal codes": " ".join(str(ord(c)) for c in PHRASE),
    "binary codes": " ".join(f"{ord(c):08b}" for c in PHRASE),
    "octets under a key": "5a" + "".join(f"{ord(c) ^ 0x5A:02x}" for c in PHRASE),
    "rot13": "ROT13: " + codecs.encode(PHRASE, "rot13"),
    "right-to-left override": f"\u202e{PHRASE[::-1]}\u202c",
}
_SCRIPTS = {
    "array joined": "x=['1247','North','Maple','Street'].join(' ')",
    "letters joined": "x=[" + ",".join(f"'{c}'" for c in PHRASE) + "].join('')",
    "array reversed": "x=['Street','Maple','North','1247'].reverse().join(' ')",
    "string reversed": f"x='{PHRASE[::-1]}'.split('').reverse().join('')",
    "codes shifted": "x=["
    + ",".join(str(ord(c) + 3) for c in PHRASE)
    + "].map(c=>String.fromCharCode(c-3)).join('')",
    "codes under a key": "k=7,a=["
    + ",".join(str(ord(c) ^ 7) for c in PHRASE)
    + "].map(c=>String.fromCharCode(c^k)).join('')",
    "replaced": "x='1247 North QQ Street'.replace('QQ','Maple')",
    "replaced by pattern": "x='1247_North_Maple_Street'.replace(/_/g,' ')",
    "cut out": "x='xx1247 North Maple Streetyy'.slice(2,-2)",
    "filled up": "x='Maple Street'.padStart(23,'1247 North ')",
    "split and joined": "x='1247-x-North-x-Maple-x-Street'.split('-x-').join(' ')",
    "chosen": "x='1247 '+(south?'South':'North')+' Maple Street'",
    "names": "var n='1247';var s='North Maple';el.textContent=n+' '+s+' Street'",
    "template": "const n=1247,s='North Maple';el.innerHTML=`<b>${n}</b> ${s} Street`",
    "nested template": "x=`${`1247 ${'North'}`} Maple Street`",
    "after a pattern with a quotation mark": "a=b.replace(/[\"']/g,'');x='1247 '+'North '+'Maple Street'",
    "parentheses": "x=('1247 '+('North '+('Maple '+'Street')))",
}
_PAGES = {
    "ruby": "<ruby>1247<rp>(</rp><rt>no</rt><rp>)</rp></ruby> <ruby>North<rt>n</rt></ruby> Maple Street",
    "reversed row": "<p style='flex-direction:row-reverse'><span>Street</span> <span>Maple</span> <span>North</span> <span>1247</span></p>",
    "before and after": "<style>.a::before{content:'1247 '}.a::after{content:' Maple Street'}</style><p class=a>North</p>",
    "after alone": "<style>.a::before{content:'1247 '}.a::after{content:'North Maple Street'}</style><p class=a></p>",
    "strings on both sides": "<style>.x .a:before{justify-content:end;content:'1247 ' 'North '}.a:after{content:' Street'}</style><p class=a>Maple</p>",
    "sides of two selectors": "<style>p::before{content:'1247 '}.a::after{content:' Street'}</style><p class=a>North Maple</p>",
    "attribute between strings": "<style>.a::before{content:'1247 ' attr(data-n) ' Maple Street'}</style><p class=a data-n=North></p>",
    "variables of a style sheet": "<style>:root{--y:'Maple ';--x:'1247 North '}.a::before{content:var(--x) var(--y) 'Street'}</style><p class=a></p>",
    "backwards in a style sheet": f"<style>.a::after{{direction:rtl;content:'{PHRASE[::-1]}'}}</style>",
    "embedded map": "<iframe src='https://www.google.com/maps/embed?pb=!1m3!2m1!2s1247+North+Maple+Street!5e0'></iframe>",
    "end tag of a script": "<script></script 1247 North Maple Street>",
    "rot13 by a script": f"<a data-a='{codecs.encode(PHRASE, 'rot13')}'></a><script>rot13(a)</script>",
    "json of numbers": f"<div data-a='{json.dumps([1247, 'North', 'Maple', 'Street'])}'></div>",
}
WRITTEN: list[tuple[str, str, bytes]] = [
    *((name, "text/plain", body.encode()) for name, body in _TEXTS.items()),
    *((name, "text/javascript", body.encode()) for name, body in _SCRIPTS.items()),
    *((name, "text/html", f"<!doctype html><p>x</p>{body}".encode()) for name, body in _PAGES.items()),
    (
        "full-width figures, undeclared set",
        "text/plain",
        "住所 １２４７ Ｎｏｒｔｈ Ｍａｐｌｅ Ｓｔｒｅｅｔ".encode("shift_jis"),
    ),
    ("UTF-32 without a mark", "text/plain", PHRASE.encode("utf-32-be")),
]
