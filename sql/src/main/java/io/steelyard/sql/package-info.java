/// A database with its pool, its transactions and its migrations: one SQLite file, or a PostgreSQL server. Start with
/// [Database#open].
///
/// Rooms that keep something in a database bring a [MigrationSet] with their tables and do their work in
/// [Database#transact] and [Database#read]; each room's tables have a version of their own, so that any of them can
/// stand alone.
@NullMarked
package io.steelyard.sql;

import org.jspecify.annotations.NullMarked;
