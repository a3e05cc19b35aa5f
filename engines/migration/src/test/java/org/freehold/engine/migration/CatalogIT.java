package org.freehold.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

class CatalogIT {
  private static final String[] SHOP = {
    "CREATE TYPE status AS ENUM ('new', 'it''s', 'gone')",
    "CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
        + " email varchar(100) NOT NULL UNIQUE, name text COLLATE \"C\" DEFAULT 'x; y')",
    "CREATE TABLE \"Order\" (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),"
        + " customer bigint REFERENCES customer ON DELETE CASCADE,"
        + " state status NOT NULL DEFAULT 'new', states status[],"
        + " kind varchar(10) CHECK (kind IN ('a', 'b')), amount numeric(10,2),"
        + " twice numeric GENERATED ALWAYS AS (amount * 2) STORED)",
    "CREATE INDEX order_kind ON \"Order\" (kind DESC) WHERE kind IN ('a', 'b')",
    "CREATE UNIQUE INDEX order_lower ON \"Order\" (lower(kind), amount)",
    "ALTER TABLE \"Order\" ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID"
  };

  @Test
  void aSchemaThatIsWrittenAgainHasTheSameFingerprint() throws Exception {
    try (Scratch shop = new Scratch(SHOP);
        Scratch copy = new Scratch()) {
      copy.run(SchemaWriter.ddl(shop.catalog()));
      assertThat(Fingerprint.differences(shop.catalog(), copy.catalog())).isEmpty();
      assertThat(copy.fingerprint()).isEqualTo(shop.fingerprint());
      try (Scratch second = new Scratch()) {
        second.run(SchemaWriter.ddl(copy.catalog()));
        assertThat(second.fingerprint()).isEqualTo(shop.fingerprint());
      }
    }
  }

  @Test
  void definitionsDoNotNameTheSchema() throws Exception {
    try (Scratch shop = new Scratch(SHOP)) {
      assertThat(shop.catalog().toString()).doesNotContain(shop.schema() + ".");
    }
  }

  @Test
  void everyChangeChangesTheFingerprintAndIsNamed() throws Exception {
    List<String> changes =
        List.of(
            "ALTER TABLE customer ADD COLUMN age int",
            "ALTER TABLE customer DROP COLUMN name",
            "ALTER TABLE customer ALTER COLUMN name DROP DEFAULT",
            "ALTER TABLE customer ALTER COLUMN name SET NOT NULL",
            "ALTER TABLE customer ALTER COLUMN email TYPE text",
            "ALTER TABLE \"Order\" DROP CONSTRAINT positive",
            "ALTER TABLE \"Order\" VALIDATE CONSTRAINT positive",
            "ALTER TYPE status ADD VALUE 'last'",
            "DROP INDEX order_kind",
            "CREATE VIEW v AS SELECT id FROM customer",
            "CREATE SEQUENCE counter",
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE DOMAIN d AS int CHECK (VALUE > 0)",
            "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
            "CREATE TABLE parts (id int) PARTITION BY RANGE (id)");
    for (String change : changes) {
      try (Scratch shop = new Scratch(SHOP)) {
        Catalog before = shop.catalog();
        shop.run(change);
        assertThat(shop.fingerprint()).as(change).isNotEqualTo(Fingerprint.of(before));
        assertThat(Fingerprint.differences(before, shop.catalog())).as(change).isNotEmpty();
      }
    }
  }

  @Test
  void whatHangsOnATableIsToldWithIt() throws Exception {
    try (Scratch shop = new Scratch(SHOP)) {
      shop.run(
          "CREATE VIEW totals AS SELECT c.name, o.amount FROM customer c JOIN \"Order\" o"
              + " ON o.customer = c.id",
          "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
          "CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch()");
      assertThat(shop.catalog().others())
          .anySatisfy(
              view -> {
                assertThat(view.kind()).isEqualTo("view");
                assertThat(view.tables()).containsExactly("Order", "customer");
              })
          .anySatisfy(
              trigger -> {
                assertThat(trigger.kind()).isEqualTo("trigger");
                assertThat(trigger.tables()).containsExactly("customer");
              });
    }
  }
}
