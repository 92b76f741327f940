"""Plain English words that places are named after: in lower case they are no sign of a name."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


COMMON = word_set(
    """
    able above academy acre acres air all alpha america american an anchor and angel apartment
    apartments apple arch area arms ash aspen autumn avenue back bank barn base bay beach beacon bear
    beech bell bend berry best beta big birch bird black blue bluff board bottom bridge bright brook
    brown building bush cabin camp canal canyon care castle cedar center central centre chapel cherry
    chestnut church circle city clear cliff clinic close club coast college commerce common commons
    community complex cool corner cottage country county court cove creek crest crossing crystal dale
    dawn day deer dell den depot district dock door dove down downtown drive eagle east easy edge
    education elder elm emerald end entrance estate evergreen fair fairy faith falcon fall falls family
    farm fern field fields fir fire first fish flat flats floor flower ford forest fork fort fountain
    four fox free fresh friend friends front garden gardens gate gates general glen gold golden good
    grace grand grange granite grass gray great green grey grove half hall happy harbor harbour haven
    hawk hazel health heart heath heaven heights help heritage hidden high hill hills hilltop holiday
    hollow holly holy home homes honey hope horizon horse hospital hotel house houses housing in inn
    island ivy jewel journey joy key king kings lake lakes land landing lane large laurel lawn leaf
    legacy liberty life light lily lime lion little living lodge long lookout lot love low lower main
    mall manor maple market meadow meadows memorial mercy middle mile mill mills mission moon moss motel
    mount mountain mulberry my nest new next night north oak oaks ocean of office old olive on one
    orange orchard our outlook palace palm paradise park path peace peach peak pearl pebble pier pine
    pines place plain plains plaza pleasant point pond pool port post prairie pride prospect queen
    queens quiet rain rainbow ranch red reed refuge residence rest retreat ridge ring rise river road
    robin rock rocks rocky room rose roses row royal ruby safe safety sanctuary sand school sea second
    serenity seven shade shady shelter shop shore short side silver sky small snow south spring springs
    spruce square stable star station stone store stream street suite summer summit sun sunny sunrise
    sunset swan sweet sycamore temple terrace the third three top tower towers town trail transition
    tree trees trinity two union unit unity upper vale valley victory view villa village vine violet
    vista walk wall water waters way well wells west white wild willow willows wind winter women womens
    wood wooded woodland woods yard yellow youth
    """
)
"""Lower-case words, for the names of `[[address]]` sections."""
