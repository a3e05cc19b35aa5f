package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.Test;

class ProductionModeTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "FREEHOLD_MODE", "production",
          "FREEHOLD_DATABASE_URL", "jdbc:postgresql://db.example/freehold",
          "FREEHOLD_MASTER_KEY_FILE", "/etc/freehold/master.key");

  @Test
  void takesWhatTheOperatorGives() {
    assertThatCode(() -> ProductionMode.refuseInventions(new Environment(COMPLETE)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTheEmbeddedDatabase() {
    refuses("FREEHOLD_DATABASE_URL", null, "embedded database");
  }

  @Test
  void refusesToGenerateAMasterKey() {
    refuses("FREEHOLD_MASTER_KEY_FILE", null, "FREEHOLD_MASTER_KEY_FILE");
  }

  @Test
  void refusesAPasswordOfDemoUsers() {
    refuses("FREEHOLD_DEMO_PASSWORD", "a password for all", "demo users no password");
  }

  @Test
  void refusesADemoTenant() {
    refuses("FREEHOLD_DEMO", "true", "demo tenant");
  }

  @Test
  void refusesAModeThatThereIsNot() {
    refuses("FREEHOLD_MODE", "prod", "FREEHOLD_MODE is prod");
  }

  @Test
  void makesThingsUpForAFirstLook() {
    assertThatCode(() -> ProductionMode.refuseInventions(new Environment(Map.of())))
        .doesNotThrowAnyException();
  }

  private static void refuses(String name, String value, String sentence) {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.remove(name);
    if (value != null) {
      values.put(name, value);
    }
    assertThatThrownBy(() -> ProductionMode.refuseInventions(new Environment(values)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(sentence);
  }
}
