package org.freehold.custody.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustodySettingsTest {
  @Test
  void anAddressInTwoSpellingsIsOneRecipient() {
    CustodySettings settings = new CustodySettings();
    settings.mailTo = "A@x.example, b@x.example, a@x.example";
    List<UUID> recipients = settings.recipients();
    assertThat(recipients).hasSize(2).doesNotHaveDuplicates();
    assertThat(recipients.stream().map(settings::of))
        .extracting(address -> address.orElseThrow())
        .containsExactly("A@x.example", "b@x.example");
  }
}
