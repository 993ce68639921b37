"""Pictures of plain figures: inline SVG with a sentence and a table that say the same. Knows neither calls nor people.

A picture is one block of raw HTML on a page: no blank line, nothing that Markdown would read. Its shapes take their
colours from the style sheet, its words are escaped, and its widths are shares, so that it fits a phone and a desk
while its words keep their size.
"""
