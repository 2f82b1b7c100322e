/// The registry in a database. Start with [JdbcRegistryStore#open].
@NullMarked
package io.steelyard.registry.jdbc;

import org.jspecify.annotations.NullMarked;
