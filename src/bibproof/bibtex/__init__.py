"""BibTeX and biblatex: the syntax, LaTeX in values, names, and what entries mean as works."""
