package org.freehold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "Vertrag (1) – Entwurf.pdf", "名前.txt", "🙂.png", "no ending", ".env"})
  void takesWhatPeopleCallTheirFiles(String name) {
    assertThat(new FileName(name).value()).isEqualTo(name);
  }

  @Test
  void keepsOneFormOfTheSameLetters() {
    assertThat(new FileName(" U\u0308bersicht.pdf ").value()).isEqualTo("\u00DCbersicht.pdf");
    assertThat(new FileName("x".repeat(255)).value()).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", ".", "..", "a/b", "a\\b", "a\nb", "a\0b", "a\u007F", "gpj.\u202Eexe"})
  void refusesPathsControlCharactersAndTurnedWriting(String name) {
    assertThatThrownBy(() -> new FileName(name)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesWhatIsTooLongOrMissing() {
    assertThatThrownBy(() -> new FileName("x".repeat(256))).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new FileName(null)).isInstanceOf(Invalid.class);
  }
}
