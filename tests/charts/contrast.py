"""How far two colours stand apart, as the Web Content Accessibility Guidelines ask."""


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (#rrggbb): 1 is none, 21 black on white."""
    dark, light = sorted([luminance(first), luminance(second)])
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is (WCAG 2)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    shares = (0.2126, 0.7152, 0.0722)
    return sum(
        share * (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4)
        for share, p in zip(shares, parts)
    )
