"""What every test of the tree shares: the bureau and its stories, and the ear for refusals."""

pytest_plugins = ("tests.refusals.plugin", "tests.stories")
