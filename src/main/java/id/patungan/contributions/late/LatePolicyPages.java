package id.patungan.contributions.late;

import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.agreed.AgreedPages;
import id.patungan.parties.Agreements;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.util.Locale;

/** What a body charges for lateness: the page of the policy. */
@Controller
@RequestMapping("/bodies/{body}/late-charge-policy")
class LatePolicyPages extends AgreedPages<LatePolicy, NewLatePolicy> {

    LatePolicyPages(LatePolicies policies, Agreements agreements, Clock clock) {
        super(policies, agreements, clock, "late-charge-policy", "contributions/late/policy");
    }

    @Override
    protected AgreedForm<NewLatePolicy> form(
            BodyEntry body, MultiValueMap<String, String> texts, Locale locale) {
        return new LateForm(texts, body.currency(), locale);
    }

    @Override
    protected String field(String code) {
        return code.startsWith("late.") ? "percent" : "ground";
    }

    @Override
    protected void prefill(MultiValueMap<String, String> texts) {
        texts.set("unit", "1");
    }
}
