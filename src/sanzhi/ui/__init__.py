"""The design system: base pages, components and filters for all three faces; no word of the domain.

Tokens in static/ui/tokens.css, page frames in layout.css, parts in parts.css, flow.css and cards.css, room around them in places.css, paper in print.css.
"""
