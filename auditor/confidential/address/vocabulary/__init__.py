"""Words and shapes of addresses: types, directions, units, states, towns, numbers, postcodes."""
