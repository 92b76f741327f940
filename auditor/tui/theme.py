"""Three looks: dark, light, and high contrast."""

from textual.theme import Theme

DARK = Theme(
    name="auditor-dark",
    primary="#6FA8DC",
    secondary="#8AA4B8",
    accent="#E0B25A",
    success="#7BC48A",
    warning="#E5B25D",
    error="#EF7C7C",
    foreground="#DDE3E8",
    background="#12171C",
    surface="#1A2128",
    panel="#242D36",
    dark=True,
    variables={
        "muted": "#93A1AE",
        "button-focus-text-style": "bold underline",
        "footer-key-foreground": "#E0B25A",
        "border": "#3A4753",
        "border-blurred": "#2B353F",
    },
)
LIGHT = Theme(
    name="auditor-light",
    primary="#1F5F99",
    secondary="#4A6275",
    accent="#8A5A00",
    success="#1E6B34",
    warning="#8A5A00",
    error="#A8201A",
    foreground="#1B232A",
    background="#F6F7F8",
    surface="#FFFFFF",
    panel="#E6EAEE",
    dark=False,
    variables={
        "muted": "#56646F",
        "button-focus-text-style": "bold underline",
        "footer-key-foreground": "#8A5A00",
        "border": "#A9B4BE",
        "border-blurred": "#CBD3DA",
    },
)
CONTRAST = Theme(
    name="auditor-contrast",
    primary="#00E5FF",
    secondary="#FFFFFF",
    accent="#FFFF00",
    success="#00FF66",
    warning="#FFD000",
    error="#FF6B6B",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#1C1C1C",
    dark=True,
    variables={
        "footer-key-foreground": "#FFFF00",
        "border": "#FFFFFF",
        "border-blurred": "#B0B0B0",
        "text-muted": "#FFFFFF",
        "muted": "#FFFFFF",
        "button-focus-text-style": "bold underline",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)
