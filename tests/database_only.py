"""A plugin for the second database: keeps the tests that touch a database; plain ones have run once already."""

import pytest

DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    kept = [
        item
        for item in items
        if DATABASE & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
    ]
    dropped = [item for item in items if item not in set(kept)]
    config.hook.pytest_deselected(items=dropped)
    items[:] = kept
