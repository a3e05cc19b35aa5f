package org.freehold.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem;
import org.freehold.platform.RuleMode;
import org.freehold.platform.TenantRules;
import org.freehold.platform.TenantRules.Broken;
import org.freehold.platform.TenantRules.Rule;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesFieldsTest {
  private static final String INSIDE = "203.0.113.9";
  private static final String ADA = "ada@company.com";

  private static AccessRulesFields addresses(RuleMode mode, String... networks) {
    return new AccessRulesFields(new IpAllowList(mode, List.of(networks)), null);
  }

  private static AccessRulesFields domains(RuleMode mode, String... domains) {
    return new AccessRulesFields(null, new EmailDomains(mode, List.of(domains)));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, true",
    "::ffff:203.0.113.9, true",
    "203.0.114.1, false",
    "2001:db8::1, true",
    "2001:0DB8:0:0::ffff, true",
    "2001:db9::1, false",
    "192.0.2.1, true",
    "192.0.2.2, false",
    "::, false",
    "office.company.com, false",
    "'', false",
    ", false"
  })
  void onlyAddressesOfTheNetworksAreLetIn(String address, boolean fits) {
    TenantRules rules =
        addresses(RuleMode.ENFORCED, "203.0.113.0/24", "2001:db8::/32", "192.0.2.1").compiled();
    List<Broken> refused = List.of(new Broken(Rule.IP_ALLOW_LIST, RuleMode.ENFORCED));
    assertThat(rules.brokenBy(address, ADA)).isEqualTo(fits ? List.of() : refused);
  }

  @Test
  void allOfOneFamilyIsNothingOfTheOther() {
    assertThat(addresses(RuleMode.ENFORCED, "0.0.0.0/0").compiled().brokenBy("::1", ADA))
        .isNotEmpty();
    assertThat(addresses(RuleMode.ENFORCED, "::/0").compiled().brokenBy(INSIDE, ADA)).isNotEmpty();
    assertThat(addresses(RuleMode.ENFORCED, "::/0").compiled().brokenBy("::1", ADA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ada@company.com, true",
    "\"a@b\"@company.com, true",
    "ada@eu.company.com, false",
    "ada@mycompany.com, false",
    "ada@company.com.evil.example, false",
    "company.com@evil.example, false",
    ", false"
  })
  void onlyPeopleOfTheDomainsAreLetIn(String email, boolean fits) {
    TenantRules rules = domains(RuleMode.ENFORCED, "company.com", "company.de").compiled();
    assertThat(rules.brokenBy(INSIDE, email).isEmpty()).isEqualTo(fits);
    assertThat(rules.emailDomains().admits(email)).isEqualTo(fits);
  }

  @Test
  void aRuleThatOnlyReportsRefusesNothingAndOneThatIsOffSaysNothing() {
    TenantRules reporting = domains(RuleMode.REPORT_ONLY, "company.com").compiled();
    assertThat(reporting.brokenBy(INSIDE, "eve@evil.example"))
        .containsExactly(new Broken(Rule.EMAIL_DOMAINS, RuleMode.REPORT_ONLY))
        .noneMatch(Broken::refuses);
    assertThat(reporting.emailDomains().admits("eve@evil.example")).isTrue();
    assertThat(reporting.off()).isFalse();
    TenantRules off = addresses(RuleMode.OFF, "192.0.2.1").compiled();
    assertThat(off.off()).isTrue();
    assertThat(off.brokenBy(INSIDE, ADA)).isEmpty();
    assertThat(StoredRules.read(null)).isSameAs(TenantRules.NONE);
  }

  @Test
  void whatIsStoredIsReadAsItWasSaved() {
    AccessRulesFields saved =
        new AccessRulesFields(
            new IpAllowList(RuleMode.ENFORCED, List.of("203.0.113.0/24")),
            new EmailDomains(RuleMode.REPORT_ONLY, List.of("company.com")));
    String stored = JsonText.of(saved);
    assertThat(StoredRules.fields(stored)).isEqualTo(saved);
    assertThat(StoredRules.read(stored)).isEqualTo(saved.compiled());
    assertThat(StoredRules.fields(null)).isEqualTo(AccessRulesFields.NONE);
  }

  /** It was never checked before there were rules, and must not keep the tenant from being read. */
  @Test
  void whatIsOffNeedsToMakeNoSense() {
    assertThat(addresses(RuleMode.OFF, "10.0.0.1/8").compiled().off()).isTrue();
  }

  @Test
  void whatWouldLetNobodyInOrLooksLikeAnotherNetworkIsRefused() {
    assertThat(faults(addresses(RuleMode.ENFORCED)))
        .containsExactly("/ip_allow_list/networks required");
    assertThat(faults(domains(RuleMode.REPORT_ONLY)))
        .containsExactly("/email_domains/domains required");
    assertThat(faults(addresses(RuleMode.OFF, "10.0.0.0/8", "10.0.0.1/8", "2001:db8::1/32")))
        .containsExactly(
            "/ip_allow_list/networks/1 ip_range", "/ip_allow_list/networks/2 ip_range");
    assertThatCode(AccessRulesFields.NONE::requireSound).doesNotThrowAnyException();
    assertThatCode(addresses(RuleMode.ENFORCED, "::/0", "0.0.0.0/0")::requireSound)
        .doesNotThrowAnyException();
  }

  private static List<String> faults(AccessRulesFields fields) {
    Problem problem = catchThrowableOfType(Invalid.class, fields::requireSound);
    return problem.faults().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }
}
