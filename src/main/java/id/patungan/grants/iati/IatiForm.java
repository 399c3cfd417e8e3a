package id.patungan.grants.iati;

import id.patungan.basics.Input;
import id.patungan.grants.iati.IatiCode.OrganisationType;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What was typed about a body or an award in an activity file; also the body of a request. */
record IatiForm(
        @Nullable String organisation,
        @Nullable String type,
        @Nullable String country,
        @Nullable String sector,
        @Nullable String giver,
        @Nullable String giverType,
        @Nullable String giverActivity,
        @Nullable String flow,
        @Nullable String finance,
        @Nullable String aid,
        @Nullable String tied,
        @Nullable String key) {

    static IatiForm of(@Nullable IatiPublisher publisher, String key) {
        return new IatiForm(
                publisher == null ? null : publisher.organisation(),
                code(publisher == null ? OrganisationType.OTHER_PUBLIC : publisher.type()),
                publisher == null ? "ID" : publisher.country(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                key);
    }

    static IatiForm of(@Nullable IatiAward award, String key) {
        return award == null
                ? new IatiForm(
                        null, null, null, null, null, null, null, null, null, null, null, key)
                : new IatiForm(
                        null,
                        null,
                        null,
                        award.sector(),
                        award.giver(),
                        award.giverType() == null ? null : code(award.giverType()),
                        award.giverActivity(),
                        award.flow(),
                        award.finance(),
                        award.aid(),
                        award.tied(),
                        key);
    }

    private static String code(OrganisationType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    IatiPublisher publisher() {
        return new IatiPublisher(text(organisation), type("type", text(type)), text(country));
    }

    IatiAward award() {
        var said = optional(giverType);
        return new IatiAward(
                text(sector),
                optional(giver),
                said == null ? null : type("giverType", said),
                optional(giverActivity),
                optional(flow),
                optional(finance),
                optional(aid),
                optional(tied));
    }

    private static OrganisationType type(String field, String text) {
        return Input.read(
                field, () -> OrganisationType.valueOf(text.strip().toUpperCase(Locale.ROOT)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
