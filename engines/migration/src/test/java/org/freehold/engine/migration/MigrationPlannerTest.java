package org.freehold.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.freehold.engine.migration.Changes.*;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationPlannerTest {
  private static final Catalog SHOP =
      new Catalog(
          List.of(
              new Table(
                  "customer",
                  List.of(
                      new Column("id", "bigint", false, null, Identity.NONE, null),
                      new Column("name", "text", true, null, Identity.NONE, null)),
                  List.of(
                      new Constraint(
                          "customer_pkey",
                          Constraint.Kind.PRIMARY_KEY,
                          "PRIMARY KEY (id)",
                          List.of("id"),
                          null,
                          true)),
                  List.of(
                      new Index(
                          "customer_pkey",
                          "CREATE UNIQUE INDEX customer_pkey ON customer USING btree (id)",
                          true,
                          true,
                          true)),
                  10,
                  8192)),
          List.of(new EnumType("mood", List.of("sad"))),
          List.of());

  private static Plan plan(Change... changes) {
    return MigrationPlanner.plan(SHOP, List.of(changes), "r1");
  }

  private static List<Fault> faults(Change... changes) {
    return catchThrowableOfType(BundleRefused.class, () -> plan(changes)).faults();
  }

  private static void refuses(String pointer, String code, Change... changes) {
    assertThat(faults(changes))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.detail()).endsWith(".");
            });
  }

  @Test
  void seesWhatTheChangesBeforeHaveMade() {
    Plan plan =
        plan(
            createTable("orders", key("id"), referring("customer", "bigint", "customer")),
            addColumn("orders", column("total", "int")),
            createIndex("orders", "orders_total", "total"),
            new RenameTable("orders", "sales"),
            addColumn("sales", column("note", "text")));
    assertThat(plan.steps()).hasSize(5).allMatch(step -> step.part() == Part.TRANSACTION);
    assertThat(plan.touchedTables()).isEmpty();
    refuses(
        "/1/table", "unknown_table", new RenameTable("customer", "c"), new DropTable("customer"));
  }

  @Test
  void pointsToThePlaceOfEachFault() {
    refuses("/0/table", "unknown_table", addColumn("nobody", column("a", "int")));
    refuses("/0/table", "already_exists", createTable("customer", key("id")));
    refuses("/0/name", "already_exists", new CreateEnum("customer", List.of("a")));
    refuses("/0/column/name", "already_exists", addColumn("customer", column("name", "int")));
    refuses("/0/column/type", "type_not_allowed", addColumn("customer", column("a", "int; x")));
    refuses("/0/column/type", "type_not_allowed", addColumn("customer", column("a", "\"open")));
    refuses("/0/columns/1/type", "type_not_allowed", createTable("x", key("id"), column("a", "y")));
    refuses(
        "/0/columns/1/default",
        "expression_not_allowed",
        createTable("x", key("id"), filled("a", "int", "1; 2")));
    refuses(
        "/0/columns/1/check/constraint",
        "expression_not_allowed",
        createTable("x", key("id"), checked("a", "int", "a > (")));
    refuses(
        "/0/columns/1/references/table",
        "unknown_table",
        createTable("x", key("id"), referring("a", "int", "nobody")));
    refuses("/0/column", "unknown_column", new DropColumn("customer", "age", null));
    refuses("/0/column", "in_use", new DropColumn("customer", "id", null));
    refuses("/0/columns/0", "unknown_column", createIndex("customer", "i", "age"));
    refuses("/0/name", "in_use", new DropIndex("customer_pkey"));
    refuses("/0/name", "unknown_constraint", new DropConstraint("customer", "nothing"));
    refuses("/0/value", "already_exists", new AddEnumValue("mood", "sad", null, null));
    refuses("/0/after", "unknown_value", new AddEnumValue("mood", "x", null, "y"));
    refuses("/0/values/1", "value_twice", new CreateEnum("e", List.of("a", "a")));
    refuses("/0/data_type", "nothing_to_change", retype("customer", "name", "text", false));
    refuses("/0/nullable", "nothing_to_change", nullable("customer", "name", true, null));
    refuses("/0/table", "name_reserved", createTable("_retired_x", key("id")));
    refuses("/0/up", "statement_not_allowed", raw("COMMIT", "SELECT 1"));
    refuses("/0/down", "statement_not_allowed", raw("SELECT 1", "COMMIT"));
  }

  @Test
  void tellsAllFaultsButNotWhatFollowsFromThem() {
    List<Fault> faults =
        faults(
            createTable("a", key("id"), column("x", "nothing")),
            addColumn("a", column("y", "int")),
            addColumn("b", column("y", "int")));
    assertThat(faults).extracting(Fault::pointer).containsExactly("/0/columns/1/type", "/2/table");
  }

  @Test
  void keepsTheOrderOnATableThatHasAStepApart() {
    Plan plan =
        plan(
            createIndex("customer", "i", "name"),
            addColumn("customer", column("age", "int")),
            createTable("free", key("id")));
    assertThat(plan.steps()).extracting(Step::change).containsExactly(2, 0, 1);
    assertThat(plan.steps()).extracting(Step::number).containsExactly(1, 2, 3);
    assertThat(plan.steps())
        .extracting(Step::part)
        .containsExactly(Part.TRANSACTION, Part.APART, Part.APART);
    assertThat(plan.touchedTables()).containsExactly("customer");
  }

  @Test
  void refusesTablesWithWhatIsNotCopied() {
    Catalog withTrigger =
        new Catalog(
            SHOP.tables(),
            SHOP.enums(),
            List.of(new OtherObject("trigger", "x on customer", "…", List.of("customer"))));
    assertThat(
            catchThrowableOfType(
                    BundleRefused.class,
                    () ->
                        MigrationPlanner.plan(
                            withTrigger, List.of(addColumn("customer", column("a", "int"))), "r1"))
                .faults()
                .get(0)
                .code())
        .isEqualTo("unsupported_object");
  }

  @Test
  void quotesEveryName() {
    Plan plan = plan(createTable("select \"x\"; --", key("Ünïcode"), column("user", "text")));
    assertThat(plan.steps().get(0).up())
        .containsExactly(
            "CREATE TABLE \"select \"\"x\"\"; --\" (\"Ünïcode\" bigint GENERATED BY DEFAULT AS"
                + " IDENTITY NOT NULL, \"user\" text, CONSTRAINT \"select \"\"x\"\"; --_pkey\""
                + " PRIMARY KEY (\"Ünïcode\"))");
  }

  @Test
  void cutsNamesOfItsOwnSoThatTheyStayApart() {
    String table = "t".repeat(63);
    Plan plan = plan(createTable(table, key("id"), unique("a", "int"), unique("b", "int")));
    assertThat(plan.steps().get(0).up().get(0).split("CONSTRAINT")).hasSize(4);
  }

  @Test
  void plansTheSameTwice() {
    Change[] changes = {
      new DropColumn("customer", "name", null), addColumn("customer", unique("mail", "text"))
    };
    assertThat(plan(changes)).isEqualTo(plan(changes));
    assertThat(plan(changes).steps().get(0).up().get(0)).contains("\"_retired_r1_name\"");
  }

  @Test
  void aBundleHasItsLimits() {
    List<Change> many =
        IntStream.range(0, 501).<Change>mapToObj(i -> createTable("t" + i, key("id"))).toList();
    assertThat(
            catchThrowableOfType(BundleRefused.class, () -> MigrationPlanner.plan(SHOP, many, "r1"))
                .faults())
        .hasSize(1);
    assertThat(faults()).hasSize(1);
  }

  @Test
  void theFingerprintLeavesOutTombstonesAndTheOrderOfColumns() {
    Column id = new Column("id", "int", false, null, Identity.NONE, null);
    Column name = new Column("name", "text", true, null, Identity.NONE, null);
    Column retired = new Column("_retired_r1_x", "text", true, null, Identity.NONE, null);
    assertThat(Fingerprint.of(table(id, name, retired)))
        .isEqualTo(Fingerprint.of(table(name, id)))
        .matches("sha256:[0-9a-f]{64}");
    Column other = new Column("name", "text", false, null, Identity.NONE, null);
    assertThat(Fingerprint.differences(table(id, name), table(id, other)))
        .containsExactly(
            new Difference("column t.name", Difference.Kind.CHANGED, "text", "text NOT NULL"));
    assertThat(Fingerprint.differences(table(id), table(id, name)))
        .containsExactly(new Difference("column t.name", Difference.Kind.ADDED, null, "text"));
  }

  private static Catalog table(Column... columns) {
    return new Catalog(
        List.of(new Table("t", List.of(columns), List.of(), List.of(), 0, 0)),
        List.of(),
        List.of());
  }
}
