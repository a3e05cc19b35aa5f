package org.freehold.engine.migration;

import static org.freehold.engine.migration.Changes.*;

import java.util.List;
import java.util.stream.Stream;

/** A schema with rows, and bundles that between them use every operation in its forms. */
final class Bundles {
  static final String[] SHOP = {
    "CREATE TYPE state AS ENUM ('new', 'paid')",
    "CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(20) NOT NULL, note text, age int,"
        + " born timestamp, CONSTRAINT grown CHECK (age > 0), CONSTRAINT one_name UNIQUE (name))",
    "CREATE INDEX customer_age ON customer (age) WHERE age > 3",
    "CREATE TABLE orders (id int PRIMARY KEY, customer bigint CONSTRAINT buyer REFERENCES customer,"
        + " total numeric(8,2) NOT NULL DEFAULT 1, state state DEFAULT 'new', code text NOT NULL)",
    "INSERT INTO customer SELECT i, 'name ' || i, CASE WHEN i % 3 = 0 THEN 'n' || i END, i,"
        + " timestamp '2026-01-01' + i * interval '1 hour' FROM generate_series(1, 10) i",
    "INSERT INTO orders SELECT i, 1 + i % 10, i * 1.5, 'paid', 'c' || i FROM generate_series(1, 20) i"
  };

  private Bundles() {}

  static Stream<List<Change>> all() {
    return Stream.of(
        List.of(createTable("t", key("id"), filled("name", "varchar(10)", "'x'"))),
        List.of(
            createTable("t", key("id"), unique("u", "text"), checked("c", "int", "c > 0")),
            createTable("v", key("id"), referring("t_id", "bigint", "t")),
            createIndex("v", "v_t", "t_id"),
            createTable("w", key("id"), referring("customer", "bigint", "customer"))),
        List.of(
            new DropConstraint("orders", "buyer"),
            new DropTable("customer"),
            createTable("customer", key("id"))),
        List.of(new DropTable("orders")),
        List.of(
            new RenameTable("customer", "buyers"), new RenameColumn("buyers", "name", "called")),
        List.of(addColumn("customer", column("extra", "jsonb"))),
        List.of(addColumn("customer", filled("level", "int", "7"))),
        List.of(addColumn("customer", filled("token", "uuid", "gen_random_uuid()"))),
        List.of(addColumn("customer", unique("login", "text"))),
        List.of(addColumn("orders", referring("payer", "bigint", "customer"))),
        List.of(addColumn("orders", checked("rate", "int", "rate < 10"))),
        List.of(new AddColumn("customer", filled("upper_name", "text", null), "upper(name)")),
        List.of(new DropColumn("orders", "code", null)),
        List.of(new DropColumn("orders", "total", null)),
        List.of(
            new DropIndex("customer_age"),
            new DropConstraint("customer", "grown"),
            new DropColumn("customer", "age", null),
            addColumn("customer", column("age", "text"))),
        List.of(createIndex("orders", "orders_customer", "customer")),
        List.of(uniqueIndex("orders", "orders_code", "code")),
        List.of(new DropIndex("customer_age")),
        List.of(check("orders", "positive", "total > 0")),
        List.of(uniqueConstraint("orders", "one_code", "code")),
        List.of(
            new DropConstraint("orders", "orders_pkey"), primaryKey("orders", "by_code", "code")),
        List.of(foreignKey("orders", "again", "customer", "customer")),
        List.of(
            new DropConstraint("customer", "grown"), new DropConstraint("customer", "one_name")),
        List.of(new DropConstraint("orders", "buyer")),
        List.of(
            new CreateEnum("size", List.of("s", "m")), addColumn("orders", column("size", "size"))),
        List.of(
            new AddEnumValue("state", "sent", "paid", null),
            addColumn("orders", filled("next", "state", "'sent'"))),
        List.of(new AddEnumValue("state", "last", null, null)),
        List.of(retype("customer", "name", "text", false)),
        List.of(retype("customer", "name", "varchar(30)", false)),
        List.of(retype("customer", "born", "timestamptz", false)),
        List.of(retype("orders", "id", "bigint", true)),
        List.of(retype("orders", "total", "int", true)),
        List.of(retype("orders", "state", "text", true)),
        List.of(retype("customer", "note", "varchar(3)", true)),
        List.of(defaultOf("orders", "total", "2"), defaultOf("customer", "note", "now()::text")),
        List.of(defaultOf("orders", "total", null)),
        List.of(nullable("customer", "note", false, "'none'")),
        List.of(nullable("orders", "customer", false, null)),
        List.of(nullable("orders", "code", true, null)),
        List.of(new Backfill("customer", "note", "name || '!'", null)),
        List.of(new Backfill("customer", "note", "'x'", "id > 4")),
        List.of(
            addColumn("orders", column("who", "text")),
            new Backfill(
                "orders",
                "who",
                "(SELECT c.name FROM customer c WHERE c.id = orders.customer)",
                null),
            nullable("orders", "who", false, null)),
        List.of(raw("CREATE VIEW names AS SELECT name FROM customer", "DROP VIEW names")),
        List.of(
            raw(
                "CREATE INDEX CONCURRENTLY raw_i ON orders (code)",
                "DROP INDEX CONCURRENTLY raw_i")));
  }
}
