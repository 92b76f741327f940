"""Letters of other alphabets that a reader takes for Latin ones, by the look of each case.

Upper and lower case are apart, because they may look like different letters: Greek upper-case nu is
an N, lower-case nu a v. Chosen by the shapes in the Unicode confusables data (UTS #39), limited to
whole letters that are used to imitate Latin text.
"""

_PAIRS = {
    # Cyrillic
    "АВЕЅІЈКМНОРСТУХҮԌԚԜӀҺԀ": "abesijkmhopctyxygqwlhd",
    "авеѕіјкмнорстухүԍԛԝӏһԁ": "abesijkmhopctyxygqwlhd",
    "ЁёЙйЇїґѵѴг": "eeuuiirvvr",
    # Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϲϳ": "abezhikmnoptyxccj",
    "αγικνορτυχωϱεη": "ayikvoptuxwpen",
    # Armenian
    "ՕօԼՏսոցհզցրյ": "ooLSunghqgnj",
    # Cherokee
    "ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏆᏎᏏᏒᏔᏙᏚᏞᏟᏢᏦᏮ": "drtiajewmhgziesrwvslcpkb",
    # Lisu
    "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ": "bpdtgkjczfmnlsrvhwxyaeiou",
    # Letter-like signs that NFKC leaves alone
    "ⅼ": "l",
}

HOMOGLYPHS: dict[str, str] = {
    strange: plain.lower()
    for shapes, letters in _PAIRS.items()
    for strange, plain in zip(shapes, letters, strict=True)
}
"""Each look-alike and the lower-case ASCII letter it is read as."""
