package org.freehold.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TxtRecordsTest {
  private static final DomainProof PROOF =
      new DomainProof("_freehold-challenge.portal.example", "freehold-verification=abc");

  @Test
  void theRecordProvesHoweverManyStandBeforeItAndOnlyTheFirstAreShown() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      values.add("v" + i + "=" + "x".repeat(300));
    }
    assertThat(new TxtRecords(values).prove(PROOF)).isFalse();
    values.add(" freehold-verification=abc ");
    TxtRecords records = new TxtRecords(values);
    assertThat(records.prove(PROOF)).isTrue();
    assertThat(records.shown()).hasSize(20).allMatch(one -> one.length() == 255);
  }
}
