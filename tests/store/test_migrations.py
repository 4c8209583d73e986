from sqlalchemy import inspect

from arrears.store import Store, open_store
from arrears.store.migrate import difference, migrate
from arrears.store.tables import metadata
from arrears.store.types import Cipher


def test_the_migrations_make_exactly_the_tables_in_code(store: Store) -> None:
    metadata.drop_all(store.engine)
    migrate(store)
    assert difference(store) == []
    assert set(metadata.tables) <= set(inspect(store.engine).get_table_names())


def test_migrating_twice_changes_nothing(tmp_path, cipher: Cipher) -> None:
    store = open_store(f"sqlite:///{tmp_path}/folder/new.db", cipher)
    migrate(store)
    migrate(store)
    assert difference(store) == []
    store.engine.dispose()
