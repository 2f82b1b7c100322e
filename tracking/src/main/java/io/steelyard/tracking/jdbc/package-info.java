/// The tracking store in a database. Start with [JdbcTrackingStore#open].
@NullMarked
package io.steelyard.tracking.jdbc;

import org.jspecify.annotations.NullMarked;
