"""The fast way: leaf pages are joined into a shell of the theme's own template instead of going through MkDocs.

Entered from the plugin alone, on public events of MkDocs: `course.Course` is what the plugin calls, and `ways` says
whether it may. A leaf is known by its *kind* (front matter and place) and its *shape* (levels of its headings):
`shells` has the theme draw pages of each kind and shape, with marks where pages differ; runs of like headings are
drawn once. `leaves` makes one page of a shell and of what `dialect` makes of the Markdown; `store` remembers what was
made. A kind of which one page, built both ways, is not the same, and a page that is not of the dialect or has a link
that does not land, is built by MkDocs. Must not know how an archive is understood.
"""
