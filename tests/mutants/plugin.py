"""A plug-in for one pytest run (`-p tests.mutants.plugin`): plants before pytest-django sets Django up."""

from tests.mutants.plant import install

install()
