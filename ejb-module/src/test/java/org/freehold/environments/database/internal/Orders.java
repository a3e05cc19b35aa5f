package org.freehold.environments.database.internal;

import java.sql.SQLException;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;

/** An environment with a few tables, and a plan for it that has steps of every kind. */
final class Orders {
  private Orders() {}

  static Site environment() throws SQLException {
    Site site = EnvironmentServer.environment();
    EnvironmentServer.run(
        site,
        "create type mood as enum ('good', 'bad')",
        "create table customers (id int primary key, name text not null)",
        "create table orders (id bigint generated always as identity primary key, customer int"
            + " not null references customers, amount numeric(10,2) default 0, mood mood,"
            + " twice numeric generated always as (amount * 2) stored, check (amount >= 0))",
        "insert into customers select n, 'name ' || n from generate_series(1, 1500) n",
        "insert into orders (customer, amount, mood) select 1 + n % 1500, n, 'good' from"
            + " generate_series(1, 3000) n");
    return site;
  }

  static Plan plan() {
    return Plans.of(
        Plans.sql(
            "orders",
            LockLevel.ACCESS_EXCLUSIVE,
            "ALTER TABLE \"orders\" ADD COLUMN \"tier\" text",
            "ALTER TABLE \"orders\" DROP COLUMN \"tier\""),
        Plans.sql(
            "orders",
            LockLevel.ACCESS_EXCLUSIVE,
            "ALTER TABLE \"orders\" RENAME COLUMN \"mood\" TO \"_retired_r1_mood\"",
            "ALTER TABLE \"orders\" RENAME COLUMN \"_retired_r1_mood\" TO \"mood\""),
        Plans.index(
            "orders",
            "orders_tier",
            "CREATE INDEX CONCURRENTLY \"orders_tier\" ON \"orders\" (\"tier\")",
            "DROP INDEX CONCURRENTLY \"orders_tier\""),
        Plans.backfill(
            new BackfillTask("orders", "tier", "\"tier\" = 'gold?'", "\"tier\" IS NULL")),
        Plans.apart(
            "orders",
            LockLevel.SHARE_UPDATE_EXCLUSIVE,
            "ALTER TABLE \"orders\" ADD CONSTRAINT \"tier_given\" CHECK (\"tier\" IS NOT NULL)",
            "ALTER TABLE \"orders\" DROP CONSTRAINT \"tier_given\""));
  }
}
