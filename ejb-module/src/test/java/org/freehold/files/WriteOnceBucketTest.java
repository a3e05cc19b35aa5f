package org.freehold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriteOnceBucketTest {
  private static final String KEY = "log/1";

  private AnsweringStorage storage;
  private WriteOnceBucket bucket;

  @BeforeEach
  void open() throws IOException {
    storage = new AnsweringStorage();
    bucket =
        new WriteOnceBucket(
            new BucketAccess(
                "checkpoints",
                Optional.of(storage.endpoint()),
                "eu-central-1",
                "freehold",
                "secret",
                true));
  }

  @AfterEach
  void close() {
    bucket.close();
    storage.close();
  }

  @Test
  void whatIsMissingIsPut() throws IOException {
    assertThat(bucket.putNew(KEY, "a note")).isEmpty();
    assertThat(storage.taken()).containsExactly(KEY);
  }

  @Test
  void anEmptyObjectIsAnotherText() throws IOException {
    storage.get(KEY, 416);
    assertThat(bucket.putNew(KEY, "a note")).contains("");
    assertThat(storage.taken()).isEmpty();
  }

  @Test
  void whoMayNotReadPutsWhatIsNotThere() throws IOException {
    storage.get(KEY, 403);
    assertThat(bucket.putNew(KEY, "a note")).isEmpty();
    assertThat(storage.taken()).containsExactly(KEY);
  }

  @Test
  void whatIsThereAndMayNotBeReadIsNotTakenForTheSame() {
    storage.get(KEY, 403).putNew(KEY, 412);
    assertThatThrownBy(() -> bucket.putNew(KEY, "a note"))
        .isInstanceOf(WriteOnceBucket.Refused.class)
        .hasMessage("log/1 is there already, and may not be read");
    assertThat(storage.taken()).isEmpty();
  }

  @Test
  void aStorageWithoutTheConditionGetsOnlyWhatIsSurelyMissing() throws IOException {
    storage.putNew(KEY, 501);
    assertThat(bucket.putNew(KEY, "a note")).isEmpty();
    assertThat(storage.taken()).containsExactly(KEY);
    storage.get("log/2", 403).putNew("log/2", 501);
    assertThatThrownBy(() -> bucket.putNew("log/2", "a note"))
        .isInstanceOf(WriteOnceBucket.Refused.class)
        .hasMessageContaining("status 501");
    assertThat(storage.taken()).containsExactly(KEY);
  }

  @Test
  void aStorageThatDoesNotAnswerRefusesNothing() {
    storage.close();
    assertThatThrownBy(() -> bucket.putNew(KEY, "a note"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(WriteOnceBucket.Refused.class);
  }
}
