"""The fast way: leaf pages are joined into a shell of the theme's own template instead of going through MkDocs.

Entered from the plugin alone, on public events of MkDocs: `course.Course` is what the plugin calls, `ways` says
whether it may, `shells` has the theme draw each kind of page once, `dialect` converts the Markdown of our own pages,
`leaves` makes one page of that, and `store` remembers what was made. Must not know how an archive is understood.
"""
