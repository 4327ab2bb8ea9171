"""From a reading to what holds: ids, versions, decisions carried along, rows, reprints."""
