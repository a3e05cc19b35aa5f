package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafContentTest {

  private static final String LOG = "audit.example.com/t/019ab1c2-0000-7000-8000-000000000001";

  @Test
  void writesEveryFieldUnderItsName() {
    Disclosure mail =
        Disclosure.parse("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0");
    LeafContent content =
        smallest()
            .recorded(Instant.parse("2026-11-21T05:00:01Z"))
            .actor(new LeafActor("user", "u-1", "manager", "s-1"))
            .onBehalf(new LeafActor("user", "u-2", null, null))
            .observer("ejb")
            .target("project", "p-1")
            .reason("asked for")
            .severity(3)
            .origin("PATCH /api/projects/{id}")
            .request("r-1")
            .policy("ab12")
            .retention("default")
            .change(LeafChange.of("status", "active", "paused"))
            .change(LeafChange.of("end_date", "2026-12-31", null))
            .change(LeafChange.withheld("contact"))
            .disclosure(mail)
            .category(new LeafCategory("contact", "support", "contract"))
            .content();
    assertThat(text(content))
        .isEqualTo(
            "{\"action\":\"project.updated\","
                + "\"actor\":{\"id\":\"u-1\",\"role\":\"manager\",\"session\":\"s-1\","
                + "\"type\":\"user\"},"
                + "\"cat\":{\"basis\":\"contract\",\"data\":\"contact\",\"purpose\":\"support\"},"
                + "\"chg\":[{\"new\":\"paused\",\"old\":\"active\",\"path\":\"status\"},"
                + "{\"new\":null,\"old\":\"2026-12-31\",\"path\":\"end_date\"},"
                + "{\"path\":\"contact\"}],"
                + "\"class\":\"UPDATE\","
                + "\"id\":\"019ab1c2-0000-7000-8000-000000000002\","
                + "\"log\":\"audit.example.com/t/019ab1c2-0000-7000-8000-000000000001\","
                + "\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAA\","
                + "\"observer\":\"ejb\","
                + "\"onbehalf\":{\"id\":\"u-2\",\"type\":\"user\"},"
                + "\"origin\":\"PATCH /api/projects/{id}\","
                + "\"outcome\":\"success\","
                + "\"policy\":\"ab12\","
                + "\"reason\":\"asked for\","
                + "\"rec\":\"2026-11-21T05:00:01.000000Z\","
                + "\"req\":\"r-1\","
                + "\"retention\":\"default\","
                + "\"sd\":[\"X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0\"],"
                + "\"severity\":3,"
                + "\"target\":{\"id\":\"p-1\",\"type\":\"project\"},"
                + "\"time\":\"2026-11-21T05:00:00.123456Z\","
                + "\"v\":1}");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(text(smallest().content()))
        .isEqualTo(
            "{\"action\":\"project.updated\",\"actor\":{\"type\":\"system\"},\"class\":\"UPDATE\","
                + "\"id\":\"019ab1c2-0000-7000-8000-000000000002\",\"log\":\""
                + LOG
                + "\",\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"outcome\":\"success\","
                + "\"rec\":\"2026-11-21T05:00:00.123456Z\",\"severity\":1,"
                + "\"time\":\"2026-11-21T05:00:00.123456Z\",\"v\":1}");
  }

  @Test
  void sortsCommitmentsSoThatTheirOrderSaysNothing() {
    SecureRandom random = new SecureRandom();
    Leaf leaf = smallest();
    for (int number = 0; number < 20; number++) {
      leaf.disclosure(Disclosure.of(random, "path" + number, "value"));
    }
    assertThat(leaf.content().commitments()).hasSize(20).isSorted();
  }

  @Test
  void drawsANonceOf128Bits() {
    SecureRandom random = new SecureRandom();
    String first = smallest().nonce(random).content().nonce();
    assertThat(first)
        .matches("[A-Za-z0-9_-]{22}")
        .isNotEqualTo(smallest().nonce(random).content().nonce());
    assertThatIllegalArgumentException().isThrownBy(() -> smallest().nonce(new byte[8]));
  }

  @Test
  void refusesAnEventWithoutItsNeededParts() {
    assertThatNullPointerException()
        .isThrownBy(() -> smallest().actor(null).content())
        .withMessage("actor");
    assertThatNullPointerException()
        .isThrownBy(() -> smallest().outcome(null).content())
        .withMessage("outcome");
    assertThatIllegalArgumentException().isThrownBy(() -> smallest().severity(7).content());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeafChange("email", "old", null, true));
  }

  @Test
  void fillsALeafToTheLastByte() {
    int room = LeafContent.MAX_BYTES - smallest().change(changeTo("")).content().bytes().length;
    byte[] full = smallest().change(changeTo("x".repeat(room))).content().bytes();
    assertThat(full).hasSize(LeafContent.MAX_BYTES);
    String shortened = text(smallest().change(changeTo("x".repeat(room + 1))).content());
    assertThat(shortened).contains("\"new\":{\"sha256\":\"").hasSizeLessThan(1_000);
  }

  @Test
  void replacesTheLargestValuesFirstByTheHashOfTheirCanonicalForm() {
    List<Object> largest = List.of("y".repeat(50_000), Map.of("b", 1, "a", 2));
    Leaf leaf =
        smallest()
            .change(LeafChange.of("small", "was", "z".repeat(2_000)))
            .change(LeafChange.of("large", "x".repeat(40_000), largest))
            .change(LeafChange.withheld("contact"));
    String hash = Vectors.hex(Sha256.of(CanonicalJson.valueBytes(largest)));
    assertThat(text(leaf.content()))
        .contains("{\"new\":{\"sha256\":\"" + hash + "\"},\"old\":\"xxx")
        .contains("\"new\":\"zzz")
        .contains("{\"path\":\"contact\"}");
  }

  @Test
  void replacesBothValuesOfAChangeWhereOneIsNotEnough() {
    String huge = "x".repeat(70_000);
    String text = text(smallest().change(LeafChange.of("notes", huge, huge + "y")).content());
    assertThat(text)
        .containsPattern("\"new\":\\{\"sha256\":\"[0-9a-f]{64}\"},\"old\":\\{\"sha256\"");
  }

  @Test
  void refusesWhatDoesNotFitEvenThen() {
    Leaf leaf = smallest();
    for (int number = 0; number < 2_000; number++) {
      leaf.change(LeafChange.of("attribute" + number, "some value", "another value"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaf.content().bytes())
        .withMessageContaining("project.updated");
  }

  private static LeafChange changeTo(String value) {
    return LeafChange.of("notes", null, value);
  }

  private static Leaf smallest() {
    return new Leaf()
        .log(LOG)
        .id(UUID.fromString("019ab1c2-0000-7000-8000-000000000002"))
        .nonce(new byte[16])
        .time(Instant.parse("2026-11-21T05:00:00.123456789Z"))
        .actor(new LeafActor("system", null, null, null))
        .action("project.updated", ActionClass.UPDATE)
        .outcome(Outcome.SUCCESS);
  }

  private static String text(LeafContent content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }
}
