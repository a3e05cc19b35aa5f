package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.platform.TenantRules.Broken;
import org.freehold.platform.TenantRules.Rule;
import org.junit.jupiter.api.Test;

class RefusalNoticesTest {
  private static final Broken BROKEN = new Broken(Rule.IP_ALLOW_LIST, RuleMode.REPORT_ONLY);
  private final RefusalNotices notices = new RefusalNotices();

  private static CallContext call(int user, String address) {
    Actor actor = Actor.user(new UserId(new UUID(0, user)), "u" + user + "@a.example", null);
    return new CallContext(actor, TenantRef.PLATFORM, "request", address, null, null);
  }

  @Test
  void tellsOfACallerAtAnAddressOnce() {
    assertThat(notices.isNews(call(1, "192.0.2.1"), BROKEN)).isTrue();
    assertThat(notices.isNews(call(1, "192.0.2.1"), BROKEN)).isFalse();
    assertThat(notices.isNews(call(1, "192.0.2.2"), BROKEN)).isTrue();
    assertThat(notices.isNews(call(2, "192.0.2.1"), BROKEN)).isTrue();
    assertThat(notices.isNews(call(1, null), BROKEN)).isTrue();
    Broken enforced = new Broken(Rule.IP_ALLOW_LIST, RuleMode.ENFORCED);
    assertThat(notices.isNews(call(1, "192.0.2.1"), enforced)).as("another mode").isTrue();
  }

  @Test
  void nobodyFillsTheTrailFromManyAddresses() {
    long told =
        IntStream.range(0, 1000)
            .filter(i -> notices.isNews(call(1, "2001:db8::" + Integer.toHexString(i)), BROKEN))
            .count();
    assertThat(told).isEqualTo(RefusalNotices.MOST_ADDRESSES);
  }
}
