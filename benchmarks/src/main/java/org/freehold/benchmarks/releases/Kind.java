package org.freehold.benchmarks.releases;

/** A change of the large table, as a bundle has it and as people write it by hand. */
enum Kind {
  ADD_COLUMN(
      "add a column with a default",
      "{\"type\":\"add_column\",\"table\":\"readings\",\"column\":"
          + "{\"name\":\"a%d\",\"type\":\"integer\",\"nullable\":false,\"default\":\"0\"}}",
      "alter table readings add column a%d integer not null default 0"),
  SET_NOT_NULL(
      "set not null",
      "{\"type\":\"alter_column\",\"table\":\"readings\",\"column\":\"n%d\",\"nullable\":false}",
      "alter table readings alter column n%d set not null"),
  CREATE_INDEX(
      "create an index",
      "{\"type\":\"create_index\",\"table\":\"readings\",\"name\":\"i%d\",\"columns\":[\"value\"]}",
      "create index i%d on readings (value)");

  private final String title;
  private final String change;
  private final String byHand;

  Kind(String title, String change, String byHand) {
    this.title = title;
    this.change = change;
    this.byHand = byHand;
  }

  String title() {
    return title;
  }

  /** Another one in each round. */
  String change(int round) {
    return change.formatted(round);
  }

  String byHand(int round) {
    return byHand.formatted(round);
  }
}
